package dk.borgerkontakt.server.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicLong;

/** Issues certificates, right ones and others: X.509 written byte by byte (RFC 5280). */
public final class TestCa {

  /** Oids of the extended key usages (RFC 5280, 4.2.1.12), encoded. */
  public static final byte[] SERVER_AUTH = {6, 8, 0x2b, 6, 1, 5, 5, 7, 3, 1};

  public static final byte[] CLIENT_AUTH = {6, 8, 0x2b, 6, 1, 5, 5, 7, 3, 2};

  private static final byte[] ECDSA_WITH_SHA256 =
      der(0x30, new byte[] {6, 8, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 4, 3, 2});
  private static final byte[] YES = {1, 1, (byte) 0xff};
  private static final AtomicLong SERIAL = new AtomicLong(1);
  private static final Instant BEGINNING = Instant.parse("2020-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("2049-01-01T00:00:00Z");

  private final String name;
  private final KeyPair keys = newKeys("EC");
  private final X509Certificate certificate;

  public TestCa(String name) {
    this.name = name;
    byte[] isCa = extension(0x13, der(0x30, YES));
    certificate = signed(name, keys, BEGINNING, END, isCa);
  }

  public X509Certificate certificate() {
    return certificate;
  }

  /** For 127.0.0.1 and localhost, with an EC key. */
  public TestIdentity server() {
    return server("EC", END);
  }

  /** With a key of this algorithm, EC or RSA, and this end. */
  public TestIdentity server(String algorithm, Instant end) {
    KeyPair own = newKeys(algorithm);
    byte[] names =
        der(0x30, der(0x82, "localhost".getBytes(US_ASCII)), der(0x87, new byte[] {127, 0, 0, 1}));
    byte[] extensions = join(extension(0x11, names), extension(0x25, der(0x30, SERVER_AUTH)));
    return identity(own, signed("localhost", own, BEGINNING, end, extensions));
  }

  /** A system's certificate. */
  public TestIdentity client(String system) {
    return client(system, END, CLIENT_AUTH);
  }

  /** A system's certificate with this end, for this usage. */
  public TestIdentity client(String system, Instant end, byte[] usage) {
    KeyPair own = newKeys("EC");
    return identity(own, signed(system, own, BEGINNING, end, extension(0x25, der(0x30, usage))));
  }

  private TestIdentity identity(KeyPair own, X509Certificate issued) {
    return new TestIdentity(own.getPrivate(), issued, certificate);
  }

  private X509Certificate signed(
      String subject, KeyPair own, Instant begin, Instant end, byte[] extensions) {
    byte[] content =
        der(
            0x30,
            der(0xa0, der(2, new byte[] {2})),
            der(2, BigInteger.valueOf(SERIAL.getAndIncrement()).toByteArray()),
            ECDSA_WITH_SHA256,
            name(name),
            der(0x30, time(begin), time(end)),
            name(subject),
            own.getPublic().getEncoded(),
            der(0xa3, der(0x30, extensions)));
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(keys.getPrivate());
      signature.update(content);
      byte[] bits = join(new byte[1], signature.sign());
      byte[] whole = der(0x30, content, ECDSA_WITH_SHA256, der(3, bits));
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(whole));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Extension 2.5.29.id, critical. */
  private static byte[] extension(int id, byte[] value) {
    return der(0x30, new byte[] {6, 3, 0x55, 0x1d, (byte) id}, YES, der(4, value));
  }

  private static byte[] name(String commonName) {
    byte[] text = der(0x0c, commonName.getBytes(US_ASCII));
    return der(0x30, der(0x31, der(0x30, new byte[] {6, 3, 0x55, 4, 3}, text)));
  }

  private static byte[] time(Instant time) {
    String text =
        DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").format(time.atOffset(ZoneOffset.UTC));
    return der(0x17, text.getBytes(US_ASCII));
  }

  /** One element of ASN.1's encoding (X.690). */
  static byte[] der(int tag, byte[]... parts) {
    byte[] content = join(parts);
    int length = content.length;
    byte[] head = {(byte) tag, (byte) length};
    if (length >= 0x80) {
      head = new byte[] {(byte) tag, (byte) 0x81, (byte) length};
    }
    if (length >= 0x100) {
      head = new byte[] {(byte) tag, (byte) 0x82, (byte) (length >> 8), (byte) length};
    }
    return join(head, content);
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }

  private static KeyPair newKeys(String algorithm) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(algorithm.equals("EC") ? 256 : 2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
