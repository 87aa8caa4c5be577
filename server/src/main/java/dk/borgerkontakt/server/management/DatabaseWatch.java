package dk.borgerkontakt.server.management;

import dk.borgerkontakt.persistence.Database;
import dk.borgerkontakt.server.management.HealthCheck.Result;
import dk.borgerkontakt.server.management.HealthCheck.State;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Watches whether the database answers and has the tables that this version needs. Asked again and
 * again in the background: a database that hangs makes nobody wait who asks about it.
 */
public final class DatabaseWatch implements AutoCloseable {

  private record Check(String name, Supplier<Result> look) implements HealthCheck {
    @Override
    public Result result() {
      return look.get();
    }
  }

  private static final Result OUT_OF_REACH = new Result(State.DOWN, "it does not answer");
  private static final Result OLD =
      new Result(State.DOWN, "its tables are older than this version needs");

  /** Its check says whether it answers. */
  private static final Result UNKNOWN = new Result(State.DEGRADED, "not known at the moment");

  private final Sampled<Boolean> answers;
  private final Sampled<Boolean> migrated;

  public DatabaseWatch(Database database) {
    answers =
        new Sampled<>(
            "health-database", Duration.ofSeconds(1), Duration.ofSeconds(5), database::isReady);
    migrated =
        new Sampled<>(
            "health-migrations",
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            database::isMigrated);
  }

  public void start() {
    answers.start();
    migrated.start();
  }

  /** That it answers, and that it has been migrated far enough; a newer one is fine. */
  public List<HealthCheck> checks() {
    return List.of(new Check("database", this::reach), new Check("migrations", this::migrations));
  }

  private Result reach() {
    return answers.latest().orElse(false) ? Result.UP : OUT_OF_REACH;
  }

  private Result migrations() {
    Optional<Boolean> isMigrated = migrated.latest();
    return isMigrated.map(it -> it ? Result.UP : OLD).orElse(UNKNOWN);
  }

  @Override
  public void close() {
    answers.close();
    migrated.close();
  }
}
