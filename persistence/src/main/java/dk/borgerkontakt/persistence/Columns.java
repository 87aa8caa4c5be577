package dk.borgerkontakt.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Reads columns whose Java types JDBC has no getter for; columns are counted from 1. */
public final class Columns {

  private Columns() {}

  /** Returns a timestamp with time zone that is not null. */
  public static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /** Returns a timestamp with time zone, or null. */
  public static @Nullable Instant nullableInstant(ResultSet row, int column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  /** Returns a date that is not null. */
  public static LocalDate day(ResultSet row, int column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  /** Returns a date, or null. */
  public static @Nullable LocalDate nullableDay(ResultSet row, int column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  /** Returns an integer, or null. */
  public static @Nullable Integer nullableInt(ResultSet row, int column) throws SQLException {
    return row.getObject(column, Integer.class);
  }

  /** Returns a bigint, or null. */
  public static @Nullable Long nullableLong(ResultSet row, int column) throws SQLException {
    return row.getObject(column, Long.class);
  }
}
