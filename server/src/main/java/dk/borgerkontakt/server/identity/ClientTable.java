package dk.borgerkontakt.server.identity;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dk.borgerkontakt.api.model.OrganisationTypeCodelList;
import dk.borgerkontakt.server.config.ConfigurationException;
import dk.borgerkontakt.server.config.source.Setting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The organisations of the clients by a file of the operator's: CSV in UTF-8 with the columns
 * {@code client_id,org_type,org_code}. What a token says of organisations counts for nothing then.
 */
public final class ClientTable implements OrganisationSource {

  private static final List<String> COLUMNS = List.of("client_id", "org_type", "org_code");

  private final Map<String, Organisation> organisations = new HashMap<>();
  private final List<String> faults = new ArrayList<>();

  private ClientTable() {}

  /**
   * Reads the file, once.
   *
   * @param setting where the file is named, for the text of the faults
   * @throws ConfigurationException with every fault of the file
   */
  public static ClientTable load(Path file, Setting setting) {
    ClientTable table = new ClientTable();
    table.read(file);
    if (!table.faults.isEmpty()) {
      throw new ConfigurationException(
          table.faults.stream().map(fault -> setting.key() + ": " + file + " " + fault).toList());
    }
    return table;
  }

  @Override
  public Organisation of(String clientId, ClaimReader claims) throws InvalidTokenException {
    Organisation organisation = organisations.get(clientId);
    if (organisation == null) {
      throw new InvalidTokenException("the client is not in the table of clients");
    }
    return organisation;
  }

  private void read(Path file) {
    CsvReader.CsvReaderBuilder reader =
        CsvReader.builder().allowMissingFields(true).allowExtraFields(true);
    try (CsvReader<CsvRecord> rows = reader.ofCsvRecord(file)) {
      boolean isHeader = true;
      for (CsvRecord row : rows) {
        if (!isHeader) {
          add(row);
        } else if (!row.getFields().equals(COLUMNS)) {
          faults.add("does not begin with the line " + String.join(",", COLUMNS));
          return;
        }
        isHeader = false;
      }
      if (organisations.isEmpty() && faults.isEmpty()) {
        faults.add("names no client");
      }
    } catch (IOException | CsvParseException e) {
      faults.add("can't be read as CSV in UTF-8");
    }
  }

  private void add(CsvRecord row) {
    String line = "line " + row.getStartingLineNumber();
    if (row.getFieldCount() != COLUMNS.size()) {
      faults.add(line + " has not these fields: " + String.join(",", COLUMNS));
      return;
    }
    String client = row.getField(0).strip();
    OrganisationTypeCodelList type = type(row.getField(1).strip());
    String code = row.getField(2).strip();
    if (client.isEmpty() || organisations.containsKey(client)) {
      faults.add(line + " names no client, or one again; give each client one line");
    } else if (type == null) {
      faults.add(line + " has an org_type that is none of the contract's numbers");
    } else if (code.isEmpty() == hasCode(type) || code.length() > Organisation.LONGEST_CODE) {
      faults.add(line + " needs an org_code, or none for STAR and System, of 20 letters at most");
    } else {
      organisations.put(client, new Organisation(type, code.isEmpty() ? null : code));
    }
  }

  private static @Nullable OrganisationTypeCodelList type(String text) {
    try {
      return OrganisationTypeCodelList.fromString(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static boolean hasCode(OrganisationTypeCodelList type) {
    return type != OrganisationTypeCodelList.STAR && type != OrganisationTypeCodelList.System;
  }
}
