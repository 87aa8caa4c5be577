package dk.borgerkontakt.conformance.bench;

import dk.borgerkontakt.conformance.data.TestData.Messages;
import dk.borgerkontakt.conformance.http.Exchange;
import dk.borgerkontakt.conformance.http.Mailbox;
import dk.borgerkontakt.conformance.http.Request;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/** Codes for the own citizens, each of whom may have a few a day. */
public final class Codes {

  private static final int COOL_DOWN = 60;

  private final Bench bench;
  private final Mailbox mailbox;

  /** Skips the row when nobody told where messages can be read. */
  public static Codes of(Bench bench) {
    Messages messages = bench.data().messages();
    if (messages == null) {
      throw new Skip("the data doesn't tell where messages are (messages, or --outbox)");
    }
    return new Codes(bench, new Mailbox(messages));
  }

  private Codes(Bench bench, Mailbox mailbox) {
    this.bench = bench;
    this.mailbox = mailbox;
  }

  /** A code that was asked for and has arrived, at an address that is registered. */
  public LiveCode live(int type) {
    return read(ask(type, UnaryOperator.identity()));
  }

  /** A code that was asked for with a changed request. */
  public Asked ask(int type, UnaryOperator<Request> change) {
    List<String> citizens = new ArrayList<>(bench.data().citizens().own());
    Collections.shuffle(citizens);
    for (String cpr : citizens) {
      Person person = bench.person(cpr, "akasse");
      String address = person.registerFresh(type);
      Request request = person.request("getVerifikationskode", Bodies.type(type));
      Exchange exchange = bench.send(change.apply(request));
      if (!isDayOver(exchange)) {
        Mismatch.unless(exchange.status() == 202, "202", exchange);
        return new Asked(person, type, address, exchange);
      }
    }
    throw new Skip("every own citizen has had the day's codes; run again tomorrow, or name more");
  }

  /** Whether a code is refused for longer than the pause between two. */
  public static boolean isDayOver(Exchange exchange) {
    return exchange.status() == 429 && Bench.retryAfter(exchange) > COOL_DOWN;
  }

  /**
   * Requires, of a second code that was refused for longer than the pause, that the citizen's day
   * is over: then a new address is refused too.
   */
  public void requireDayOver(Asked asked, Exchange refused) {
    asked.person().registerFresh(asked.type());
    Exchange other = bench.send(asked.exchange().request());
    Mismatch.unless(
        isDayOver(other), "a pause of 60 seconds for one address", Bench.retryAfter(refused));
  }

  /** Waits for the code that was asked for. */
  public LiveCode read(Asked asked) {
    List<String> codes = mailbox.codes(channel(asked.type()), asked.address(), 1);
    Mismatch.unless(codes.size() == 1, "one code in one message", codes.size() + " codes");
    bench.world().check().addSecret(codes.get(0));
    return new LiveCode(asked.person(), asked.type(), asked.address(), codes.get(0));
  }

  /** Waits for the code that was asked for, and returns the words around it. */
  public String words(Asked asked) {
    String code = read(asked).code();
    return String.join("\n", mailbox.texts(channel(asked.type()), asked.address()))
        .replace(code, "");
  }

  private String channel(int type) {
    return bench
        .world()
        .contract()
        .at("/components/schemas/KontaktdataCodelList/x-enum-kanaler")
        .node()
        .path(bench.types().indexOf(type))
        .asText();
  }

  /** A code on its way. */
  public record Asked(Person person, int type, String address, Exchange exchange) {

    @Override
    public String toString() {
      return "Asked";
    }
  }

  /** A code that the citizen has. */
  public record LiveCode(Person person, int type, String address, String code) {

    /** The request that proves the address by the right code. */
    public Request right() {
      return person.request(
          "verificerKontaktinformation", Bodies.type(type).put(Bodies.CODE, code));
    }

    /** The same by a wrong code, another one for each number from 1 on. */
    public Request wrong(int number) {
      String other = String.format("%06d", (Integer.parseInt(code) + number) % 1_000_000);
      return person.request(
          "verificerKontaktinformation", Bodies.type(type).put(Bodies.CODE, other));
    }

    @Override
    public String toString() {
      return "LiveCode";
    }
  }
}
