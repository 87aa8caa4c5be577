package dk.borgerkontakt.server.copies;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.server.testing.Answer;
import dk.borgerkontakt.server.testing.Bodies;
import dk.borgerkontakt.server.testing.Tokens;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** One of two versions, and what a-kasse 11 has it do about mobiles; numbers are outcomes. */
final class Side implements AutoCloseable {

  private static final int MOBILE = 1;
  private static final int LANDLINE = 2;

  private final Copy copy;
  private final SandboxMessages messages;
  private final Wire wire;

  Side(Copy copy, SandboxMessages messages) {
    this.copy = copy;
    this.messages = messages;
    Tokens tokens = new Tokens(copy.uri(), Clock.systemUTC());
    this.wire = new Wire(copy.uri(), () -> tokens.token("akasse-11"));
  }

  void start(Path jar) throws Exception {
    copy.start(jar);
  }

  void begin(Path jar) throws Exception {
    copy.begin(jar);
  }

  void awaitReady() throws Exception {
    copy.awaitReady();
  }

  int stops() throws Exception {
    return copy.stop();
  }

  void registers(String cpr, String mobile) throws Exception {
    assertThat(post("", cpr, Bodies.create(MOBILE, mobile)).outcome()).isEqualTo(204);
  }

  int registersLandline(String cpr, String number, String requestId) throws Exception {
    return wire.post("", cpr, requestId, Bodies.create(LANDLINE, number)).outcome();
  }

  int asksForCode(String cpr) throws Exception {
    return post("/verifikationskode", cpr, Bodies.code(MOBILE)).outcome();
  }

  /** Asks for a code, and returns it as the message has it. */
  String hasCodeSent(String cpr, String mobile) throws Exception {
    assertThat(asksForCode(cpr)).isEqualTo(202);
    return messages.code(mobile);
  }

  int verifies(String cpr, String code) throws Exception {
    return post("/verificering", cpr, Bodies.verify(MOBILE, code)).outcome();
  }

  /** Each {@code kontaktdata status}. */
  List<String> reads(String cpr) throws Exception {
    Answer answer = wire.read(cpr);
    assertThat(answer.status()).isEqualTo(200);
    return StreamSupport.stream(
            answer.json().at("/kontaktinformationer/kontaktinformation").spliterator(), false)
        .map(it -> it.path("kontaktdata").asText() + " " + it.path("kontaktdatastatus").asInt())
        .toList();
  }

  private Answer post(String operation, String cpr, String json) throws Exception {
    return wire.post(operation, cpr, UUID.randomUUID().toString(), json);
  }

  /** What the command of this version prints of a citizen. */
  List<String> audit(Path jar, String cpr) throws Exception {
    return copy.run(jar, "audit", "--cpr", cpr);
  }

  @Override
  public void close() {
    copy.close();
  }
}
