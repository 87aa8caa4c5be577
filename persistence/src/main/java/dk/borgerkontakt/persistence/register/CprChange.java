package dk.borgerkontakt.persistence.register;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** A change of CPR number. It knows every table that has rows of a citizen. */
final class CprChange {

  private final Handle handle;
  private final BorgerDao borgere;
  private final Instant now;

  CprChange(Handle handle, Instant now) {
    this.handle = handle;
    this.borgere = new BorgerDao(handle);
    this.now = now;
  }

  void apply(String oldCpr, String newCpr) {
    if (oldCpr.equals(newCpr)) {
      throw new IllegalArgumentException("The new number is the old one");
    }
    borgere.lockByIds(
        Stream.of(oldCpr, newCpr)
            .flatMap(cpr -> borgere.resolve(cpr).stream())
            .map(Borger::id)
            .toList());
    Optional<Borger> source = borgere.resolve(oldCpr);
    Optional<Borger> target = borgere.resolve(newCpr);
    if (source.isEmpty()) {
      remember(oldCpr, target.map(Borger::id).orElseGet(() -> create(newCpr)));
    } else if (source.get().cpr().equals(oldCpr)) {
      changeKnown(source.get(), target, newCpr);
    }
  }

  private void changeKnown(Borger source, Optional<Borger> target, String newCpr) {
    boolean toAnother = target.isPresent() && target.get().id() != source.id();
    if (toAnother) {
      merge(source.id(), target.get().id());
      remember(source.cpr(), target.get().id());
    } else {
      rename(source, newCpr);
      remember(source.cpr(), source.id());
    }
  }

  private static final String INSERT =
      """
      insert into borger (cpr, doed) values (?, false)\
      """;

  private long create(String cpr) {
    return handle
        .createUpdate(INSERT)
        .bind(0, cpr)
        .executeAndReturnGeneratedKeys("id")
        .mapTo(long.class)
        .one();
  }

  private void rename(Borger borger, String newCpr) {
    // A citizen can get a number back that was given up.
    handle.execute("delete from tidligere_cpr where cpr = ?", newCpr);
    handle.execute("update borger set cpr = ? where id = ?", newCpr, borger.id());
  }

  private void remember(String oldCpr, long id) {
    handle.execute("insert into tidligere_cpr (cpr, borger_id) values (?, ?)", oldCpr, id);
  }

  private void merge(long source, long target) {
    dropOlderKontaktinformation(source, target);
    killCodesOfDropped(source, target);
    moveUnlessThere("kontaktinformation", List.of("kontaktdata_type"), source, target);
    moveUnlessThere("slettet_kontaktinformation", List.of("kontaktdata_type"), source, target);
    moveUnlessThere("tilknytning", List.of("organisationstype", "kode", "fra"), source, target);
    moveUnlessThere("gaesteadgang", List.of("organisationstype", "kode"), source, target);
    moveUnlessThere("huskeserviceabonnement", List.of("kanal"), source, target);
    move("verifikationskode", source, target);
    move("outbox", source, target);
    move("audit", source, target);
    move("tidligere_cpr", source, target);
    handle.execute("delete from borger where id = ?", source);
  }

  private static final String DROP_OLDER_OF_TARGET =
      """
      delete from kontaktinformation
      where borger_id = ? and exists (
        select 1 from kontaktinformation n
        where n.borger_id = ? and n.kontaktdata_type = kontaktinformation.kontaktdata_type
          and n.aendret > kontaktinformation.aendret)\
      """;

  private static final String DROP_REST_OF_SOURCE =
      """
      delete from kontaktinformation
      where borger_id = ? and (
        exists (
          select 1 from kontaktinformation n
          where n.borger_id = ? and n.kontaktdata_type = kontaktinformation.kontaktdata_type)
        or exists (
          select 1 from slettet_kontaktinformation s
          where s.borger_id = ? and s.kontaktdata_type = kontaktinformation.kontaktdata_type
            and s.slettet > kontaktinformation.aendret))\
      """;

  /** Of two rows of a type the one changed last stays; a deletion is a change too. */
  private void dropOlderKontaktinformation(long source, long target) {
    handle.execute(DROP_OLDER_OF_TARGET, target, source);
    handle.execute(DROP_REST_OF_SOURCE, source, target, target);
  }

  private static final String KILL_CODES_OF_TARGET =
      """
      update verifikationskode set afsluttet = ?
      where borger_id = ? and afsluttet is null and kontaktdata_type in (
        select kontaktdata_type from kontaktinformation where borger_id = ?)\
      """;

  private static final String KILL_CODES_OF_SOURCE =
      """
      update verifikationskode set afsluttet = ?
      where borger_id = ? and afsluttet is null and kontaktdata_type not in (
        select kontaktdata_type from kontaktinformation where borger_id = ?)\
      """;

  /** A code dies with the address that it was sent to; what source still has wins by now. */
  private void killCodesOfDropped(long source, long target) {
    handle.execute(KILL_CODES_OF_TARGET, now, target, source);
    handle.execute(KILL_CODES_OF_SOURCE, now, source, source);
  }

  private void move(String table, long source, long target) {
    handle.execute(
        "update %s set borger_id = ? where borger_id = ?".formatted(table), target, source);
  }

  private void moveUnlessThere(String table, List<String> key, long source, long target) {
    String sameKey =
        key.stream()
            .map(column -> "n.%1$s = %2$s.%1$s".formatted(column, table))
            .collect(Collectors.joining(" and "));
    String dropTwins =
        """
        delete from %1$s where borger_id = ? and exists (
          select 1 from %1$s n where n.borger_id = ? and %2$s)\
        """
            .formatted(table, sameKey);
    handle.execute(dropTwins, source, target);
    move(table, source, target);
  }
}
