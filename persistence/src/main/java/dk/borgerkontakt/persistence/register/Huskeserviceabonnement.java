package dk.borgerkontakt.persistence.register;

import static java.util.Objects.requireNonNull;

/** A citizen is reminded by a channel, SMS or MAIL. */
public record Huskeserviceabonnement(long borgerId, String kanal) {

  public Huskeserviceabonnement {
    requireNonNull(kanal, "kanal");
  }
}
