package dk.borgerkontakt.server.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dk.borgerkontakt.persistence.testing.PostgresqlCluster;
import dk.borgerkontakt.persistence.testing.PostgresqlRelease;
import java.util.concurrent.atomic.AtomicInteger;

/** A database of the test's own on the one PostgreSQL of this JVM's tests. */
public final class Postgresql implements AutoCloseable {

  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final PostgresqlCluster cluster;
  private final String name = "test" + NUMBERS.incrementAndGet();

  private Postgresql(PostgresqlCluster cluster) {
    this.cluster = cluster;
    cluster.create(name);
  }

  /** Started by the first test that wants a database; it ends with the JVM. */
  private static final class Cluster {
    static final PostgresqlCluster ONE = PostgresqlCluster.quick(release());
  }

  /** An empty database; where the build has no PostgreSQL for the machine, the test is skipped. */
  public static Postgresql empty() {
    release();
    return new Postgresql(Cluster.ONE);
  }

  /** The chosen release, else the newest. */
  public static PostgresqlRelease release() {
    PostgresqlRelease release = PostgresqlRelease.chosen();
    assumeTrue(
        release.isForThisMachine(),
        "The build has the binaries of PostgreSQL for Linux on amd64 only");
    return release;
  }

  /** The JDBC URL, with the user in it. */
  public String url() {
    return cluster.url(name);
  }

  /** Drops the database, whoever is connected to it. */
  @Override
  public void close() {
    cluster.drop(name);
  }
}
