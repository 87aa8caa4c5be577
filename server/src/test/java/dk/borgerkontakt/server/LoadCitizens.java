package dk.borgerkontakt.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The citizens that a {@link Load} is about: members of an a-kasse, each with a mobile number. */
final class LoadCitizens {

  private LoadCitizens() {}

  /** Has the jar import so many of them. */
  static void imported(Path data, Path register, int citizens) throws Exception {
    imported(data, register, citizens, List.of());
  }

  /** The same, with settings of the service, each as {@code -Dkey=value}. */
  static void imported(Path data, Path register, int citizens, List<String> settings)
      throws Exception {
    Files.createDirectories(register);
    write(register, citizens, "borgere", "cpr,doed,nyt_cpr", i -> Load.cpr(i) + ",false,");
    write(
        register,
        citizens,
        "tilknytninger",
        "cpr,organisationstype,kode,fra,til",
        i -> Load.cpr(i) + ",2,11,2020-01-01,");
    write(
        register,
        citizens,
        "kontaktinformation",
        "cpr,type,kontaktdata,status",
        i -> Load.cpr(i) + ",1," + Load.mobile(i) + ",1");
    try (JarProcess imported = JarProcess.start(data, settings, "import", register.toString())) {
      assertThat(imported.exitCode()).isZero();
    }
  }

  private static void write(
      Path folder, int citizens, String name, String header, IntFunction<String> row)
      throws IOException {
    Stream<String> rows = IntStream.range(0, citizens).mapToObj(row);
    Files.write(
        folder.resolve(name + ".csv"), Stream.concat(Stream.of(header), rows).toList(), UTF_8);
  }
}
