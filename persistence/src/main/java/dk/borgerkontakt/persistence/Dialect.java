package dk.borgerkontakt.persistence;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.config.JdbiConfig;

/**
 * Which database it is, for the few statements that PostgreSQL has a measurably better form of;
 * every other one is the same for both.
 */
public final class Dialect implements JdbiConfig<Dialect> {

  private volatile boolean isPostgresql;

  /** H2, unless {@link Database} says otherwise; for JDBI, which makes its configuration itself. */
  public Dialect() {}

  /** Returns whether the handle's database is PostgreSQL. */
  public static boolean isPostgresql(Handle handle) {
    return handle.getConfig(Dialect.class).isPostgresql;
  }

  void setPostgresql(boolean isPostgresql) {
    this.isPostgresql = isPostgresql;
  }

  @Override
  public Dialect createCopy() {
    Dialect copy = new Dialect();
    copy.isPostgresql = isPostgresql;
    return copy;
  }
}
