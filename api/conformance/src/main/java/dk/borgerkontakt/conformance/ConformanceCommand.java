package dk.borgerkontakt.conformance;

import dk.borgerkontakt.conformance.bench.World;
import dk.borgerkontakt.conformance.data.DataFile;
import dk.borgerkontakt.conformance.data.DataFileException;
import dk.borgerkontakt.conformance.data.TestData;
import dk.borgerkontakt.conformance.http.Login;
import dk.borgerkontakt.conformance.http.UnreachableException;
import dk.borgerkontakt.conformance.report.HtmlReport;
import dk.borgerkontakt.conformance.report.JunitReport;
import dk.borgerkontakt.conformance.report.Outcome.State;
import dk.borgerkontakt.conformance.report.Outcomes;
import dk.borgerkontakt.conformance.report.Summary;
import dk.borgerkontakt.conformance.row.Row;
import dk.borgerkontakt.conformance.row.Rows;
import dk.borgerkontakt.contract.Contract;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command line: what to test, what to know about it, and where to tell what came of it. */
@Command(
    name = "borgerkontakt-conformance",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Holds an implementation of the contract against it, row by row.",
    exitCodeOnExecutionException = 2,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:no row failed",
      "1:at least one row failed, or with --no-skips was skipped",
      "2:the run could not be made: wrong arguments or data, no such row, or nothing answers"
    })
final class ConformanceCommand implements Callable<Integer> {

  private static final int CANNOT = 2;

  @Option(names = "--base-url", required = true, paramLabel = "URL", description = "The service.")
  private URI baseUrl = URI.create("");

  @Option(
      names = "--data",
      paramLabel = "FILE",
      description = "Clients, citizens and addresses; without it those of the project's sandbox.")
  private @Nullable Path data;

  @Option(
      names = "--outbox",
      paramLabel = "FOLDER",
      description = "Where a sandbox writes the messages to citizens.")
  private @Nullable Path outbox;

  @Option(
      names = "--report",
      paramLabel = "FOLDER",
      defaultValue = "conformance-report",
      description = "Where report.html and TEST-*.xml are written (${DEFAULT-VALUE}).")
  private Path report = Path.of("");

  @Option(
      names = "--rows",
      paramLabel = "START",
      description = "Only the rows whose names start so; may be given several times.")
  private List<String> starts = List.of();

  @Option(names = "--no-skips", description = "A skipped row counts as a failed one.")
  private boolean noSkips;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    try {
      List<Row> rows = rows(Contract.bundled());
      if (rows.isEmpty()) {
        err.println("No row's name starts with " + String.join(" or ", starts));
        return CANNOT;
      }
      World world = World.at(baseUrl, Contract.bundled(), testData());
      world.tokens().token(Login.of("akasse"));
      Outcomes outcomes = new Run(world, baseUrl, out).outcomes(rows);
      Files.createDirectories(report);
      HtmlReport.write(outcomes, report.resolve("report.html"));
      JunitReport.write(outcomes, report);
      Summary.print(outcomes, report, out);
      int bad = outcomes.count(State.FAILED) + (noSkips ? outcomes.count(State.SKIPPED) : 0);
      return bad == 0 ? 0 : 1;
    } catch (DataFileException e) {
      err.println("The data file is wrong:\n" + e.getMessage());
      return CANNOT;
    } catch (UnreachableException e) {
      err.println("Nothing can be tested at " + baseUrl + ": " + e.getMessage());
      return CANNOT;
    }
  }

  private List<Row> rows(Contract contract) {
    return Rows.of(contract).stream()
        .filter(row -> starts.isEmpty() || starts.stream().anyMatch(row.id()::startsWith))
        .toList();
  }

  private TestData testData() {
    TestData read = DataFile.read(Optional.ofNullable(data));
    return outbox == null ? read : read.withFolder(outbox.toString());
  }
}
