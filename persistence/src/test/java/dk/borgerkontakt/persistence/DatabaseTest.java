package dk.borgerkontakt.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DatabaseTest {

  private static DatabaseConfig config(String url, int poolSize) {
    return new DatabaseConfig(url, "user", "secret", poolSize, Duration.ofMillis(300));
  }

  @Test
  void saysWhatIsOutOfReachWithoutTheSecret() {
    DatabaseConfig config = config("jdbc:postgresql://127.0.0.1:1/borgerkontakt", 2);

    assertThatThrownBy(() -> Database.open(config))
        .isInstanceOf(DatabaseException.class)
        .hasMessageStartingWith("The database cannot be opened: Connection to 127.0.0.1:1 refused")
        .hasMessageNotContaining("secret");
  }

  @Test
  void callsAFullPoolTransient() {
    try (Database database = Database.open(config("jdbc:h2:mem:fullPool", 2))) {
      Runnable third = () -> database.useTransaction(handle -> {});
      Runnable second = () -> database.useTransaction(handle -> third.run());

      assertThatThrownBy(() -> database.useTransaction(handle -> second.run()))
          .isInstanceOfSatisfying(
              DatabaseException.class, e -> assertThat(e.isTransient()).isTrue());
    }
  }

  @Test
  void isNotReadyOnceClosed() {
    Database database = Database.open(config("jdbc:h2:mem:closed", 2));
    assertThat(database.isReady()).isTrue();

    database.close();

    assertThat(database.isReady()).isFalse();
  }

  @Test
  void theConfigurationPrintsNoSecret() {
    assertThat(config("jdbc:postgresql://host/db?password=secret2", 2))
        .hasToString("DatabaseConfig[url=jdbc:postgresql://host/db, poolSize=2]");
  }

  @Test
  void refusesAPoolTooSmallToMigrate() {
    assertThatThrownBy(() -> config("jdbc:h2:mem:tooSmall", 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesAFolderThatWouldEndTheUrl() {
    assertThatThrownBy(() -> DatabaseConfig.embeddedUrl(Path.of("a;b")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
