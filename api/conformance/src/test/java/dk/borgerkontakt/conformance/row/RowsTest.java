package dk.borgerkontakt.conformance.row;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.borgerkontakt.contract.Contract;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowsTest {

  private final Contract contract = Contract.bundled();

  @Test
  void noTwoRowsHaveOneName() {
    assertThat(names(contract)).doesNotHaveDuplicates();
  }

  @Test
  void elementsBearTheirWayFromTheRoot() {
    assertThat(names(contract))
        .contains(
            "createKontaktinformation input x-civilregistrationIdentifier mønster",
            "createKontaktinformation input kontaktinformationer/kontaktinformation unik",
            "createKontaktinformation input kontaktinformationer/kontaktinformation/*/kontaktdata længde",
            "getKontaktinformation output kontaktinformationer/kontaktinformation/*/kontaktdatastatus"
                + " kodeliste",
            "getKontaktinformationEmail output borgerer/*/civilregistrationIdentifier mønster");
  }

  @Test
  void aContractThatGrowsHasMoreRows() {
    Contract grown =
        contract.with(
            root -> {
              ((ArrayNode) root.at("/paths/~1v1~1kontaktinformation/get/x-fejlkoder")).add(4405);
              ((ObjectNode) root.at("/components/responses/LogonFailed/headers"))
                  .putObject("API-Version");
            });

    assertThat(names(grown))
        .contains("getKontaktinformation 409 4405", "updateKontaktinformation 401 API-Version")
        .hasSizeGreaterThan(names(contract).size());
  }

  private static List<String> names(Contract contract) {
    return Rows.of(contract).stream().map(Row::id).toList();
  }
}
