package dk.borgerkontakt.persistence;

import dk.borgerkontakt.persistence.register.BorgerDao;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** A process that stores citizens in a database file, and says so line by line. */
final class SecondProcess implements AutoCloseable {

  private final Process process;
  private final BufferedReader output;

  private SecondProcess(Process process) {
    this.process = process;
    this.output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Starts a process that stores as many citizens, numbered from 0, and then waits. */
  static SecondProcess storing(int citizens, Path folder) throws IOException {
    return new SecondProcess(
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                SecondProcess.class.getName(),
                folder.toString(),
                String.valueOf(citizens))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start());
  }

  /** Waits until the process has stored a citizen, and returns the number. */
  String awaitCitizen() throws IOException {
    return output.readLine();
  }

  /** Ends the process in the way that it can do nothing about. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }

  public static void main(String[] args) throws Exception {
    String url = DatabaseConfig.embeddedUrl(Path.of(args[0]));
    Database database =
        Database.open(new DatabaseConfig(url, null, null, 2, Duration.ofSeconds(20)));
    for (int i = 0; i < Integer.parseInt(args[1]); i++) {
      String cpr = "%010d".formatted(i);
      database.useTransaction(handle -> new BorgerDao(handle).upsert(cpr, false));
      System.out.println(cpr);
    }
    System.in.read();
    database.close();
  }
}
