package dk.borgerkontakt.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dk.borgerkontakt.persistence.register.Borger;
import dk.borgerkontakt.persistence.register.BorgerDao;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

  private static final Path PROC = Path.of("/proc/self");

  @TempDir private Path parent;
  private Path folder;

  @BeforeEach
  void aFolderThatIsNotThereYet() {
    folder = parent.resolve("data");
  }

  private Database open() {
    String url = DatabaseConfig.embeddedUrl(folder);
    return Database.open(new DatabaseConfig(url, null, null, 4, Duration.ofSeconds(20)));
  }

  private static Optional<String> find(Database database, String cpr) {
    return database
        .<Optional<Borger>>withHandle(handle -> new BorgerDao(handle).findByCpr(cpr))
        .map(Borger::cpr);
  }

  private static void store(Database database, String cpr) {
    database.useTransaction(handle -> new BorgerDao(handle).upsert(cpr, false));
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void keepsWhatItWasTold() {
    try (Database first = open()) {
      store(first, "0107809001");
    }

    try (Database second = open()) {
      assertThat(find(second, "0107809001")).isPresent();
    }
  }

  @Test
  void isForItsOwnerOnly() throws IOException {
    assumeTrue(Files.getFileStore(parent).supportsFileAttributeView("posix"), "needs POSIX");

    try (Database database = open();
        Stream<Path> files = Files.list(folder)) {
      store(database, "0107809001");

      assertThat(permissions(folder)).isEqualTo("rwx------");
      assertThat(files.toList())
          .hasSizeGreaterThanOrEqualTo(2)
          .allSatisfy(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
    }
  }

  @Test
  void leavesNothingButTheDatabaseBehind() throws IOException {
    open().close();

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files)
          .extracting(Path::getFileName)
          .containsExactly(Path.of("borgerkontakt.mv.db"));
    }
  }

  @Test
  void isUsedByASecondProcessBesideTheFirst() throws Exception {
    try (Database database = open();
        SecondProcess second = SecondProcess.storing(1, folder)) {
      store(database, "0107809001");

      String stored = second.awaitCitizen();

      assertThat(find(database, stored)).contains("0000000000");
    }
  }

  @Test
  void keepsEveryAcknowledgedWriteOfAKilledProcess() throws Exception {
    List<String> acknowledged = new ArrayList<>();
    try (SecondProcess second = SecondProcess.storing(10_000, folder)) {
      for (int i = 0; i < 300; i++) {
        acknowledged.add(second.awaitCitizen());
      }
      second.kill();
    }

    try (Database database = open()) {
      assertThat(acknowledged).allSatisfy(cpr -> assertThat(find(database, cpr)).isPresent());
    }
  }

  @Test
  void isTakenOverWhenTheProcessThatServedItIsKilled() throws Exception {
    try (SecondProcess first = SecondProcess.storing(1, folder)) {
      String stored = first.awaitCitizen();
      try (Database database = open()) {
        assertThat(find(database, stored)).isPresent();

        first.kill();

        awaitReady(database);
        store(database, "0107809001");
        assertThat(find(database, stored)).isPresent();
        assertThat(find(database, "0107809001")).isPresent();
      }
    }
  }

  private static void awaitReady(Database database) {
    Instant deadline = Instant.now().plusSeconds(20);
    while (!database.isReady()) {
      assertThat(Instant.now()).isBefore(deadline);
      Thread.onSpinWait();
    }
  }

  @Test
  void listensOnTheLoopbackAddressOnly() throws IOException {
    assumeTrue(Files.exists(PROC.resolve("net/tcp")), "needs Linux's /proc");

    try (Database database = open()) {
      assertThat(database.isReady()).isTrue();

      // 127.0.0.1 in IPv4, and in IPv6's mapped form, as the kernel prints them.
      assertThat(listeningAddresses())
          .isNotEmpty()
          .isSubsetOf("0100007F", "0000000000000000FFFF00000100007F");
    }
  }

  /** Returns the addresses on which this process listens, in the kernel's hexadecimal form. */
  private static List<String> listeningAddresses() throws IOException {
    Set<String> sockets;
    try (Stream<Path> descriptors = Files.list(PROC.resolve("fd"))) {
      sockets = descriptors.map(EmbeddedDatabaseTest::target).collect(Collectors.toSet());
    }
    List<String> addresses = new ArrayList<>();
    for (String table : List.of("net/tcp", "net/tcp6")) {
      for (String line : Files.readAllLines(PROC.resolve(table))) {
        String[] columns = line.strip().split("\\s+");
        if (columns[3].equals("0A") && sockets.contains("socket:[" + columns[9] + "]")) {
          addresses.add(columns[1].split(":")[0]);
        }
      }
    }
    return addresses;
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return "";
    }
  }

  @Test
  void saysWhyItCannotBeOpened() throws IOException {
    Files.writeString(folder, "a file where the folder should be");

    assertThatThrownBy(this::open)
        .isInstanceOf(DatabaseException.class)
        .hasMessageStartingWith("The database cannot be opened: ")
        .hasMessageContaining(folder.toString());
  }
}
