package dk.borgerkontakt.server.verifikation;

import dk.borgerkontakt.persistence.kontaktinformation.Kontaktinformation;
import dk.borgerkontakt.server.keys.KeyedHash;
import dk.borgerkontakt.server.outbox.AddressHash;
import java.security.MessageDigest;

/**
 * What is stored of a code: an HMAC under a key that is not in the database, bound to citizen, type
 * and address, so that a row is of no use for another of them.
 */
public final class CodeHash {

  private final KeyedHash keyedHash;
  private final AddressHash addressHash;

  public CodeHash(KeyedHash keyedHash, AddressHash addressHash) {
    this.keyedHash = keyedHash;
    this.addressHash = addressHash;
  }

  byte[] ofCode(String code, long issuedTo, Kontaktinformation address) {
    return keyedHash.hash(
        "verifikationskode",
        Long.toString(issuedTo),
        Integer.toString(address.kontaktdataType()),
        address.kontaktdata(),
        code);
  }

  /** In constant time. */
  boolean isCode(byte[] hash, String code, long issuedTo, Kontaktinformation address) {
    return MessageDigest.isEqual(hash, ofCode(code, issuedTo, address));
  }

  /** The address alone, whoever's it is. */
  byte[] ofAddress(Kontaktinformation address) {
    return addressHash.of(address.kontaktdataType(), address.kontaktdata());
  }
}
