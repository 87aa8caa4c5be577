package dk.borgerkontakt.server.outbox;

import dk.borgerkontakt.server.keys.KeyedHash;
import java.util.Locale;

/**
 * What is stored of an address where only "the same or another" is asked: a keyed hash of its type
 * and its text in lower case, since most mail servers ignore case.
 */
public final class AddressHash {

  private final KeyedHash keyedHash;

  public AddressHash(KeyedHash keyedHash) {
    this.keyedHash = keyedHash;
  }

  /** 32 bytes, by which the last notice to an address is found, and no code. */
  public byte[] ofNotice(int kontaktdataType, String kontaktdata) {
    return of("aendringspause", kontaktdataType, kontaktdata);
  }

  /** 32 bytes. The purpose is named after the first use, which older versions share. */
  public byte[] of(int kontaktdataType, String kontaktdata) {
    return of("kontaktpause", kontaktdataType, kontaktdata);
  }

  private byte[] of(String purpose, int kontaktdataType, String kontaktdata) {
    return keyedHash.hash(
        purpose, Integer.toString(kontaktdataType), kontaktdata.toLowerCase(Locale.ROOT));
  }
}
