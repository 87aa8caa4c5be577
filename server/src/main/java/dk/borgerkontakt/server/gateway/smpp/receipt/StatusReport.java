package dk.borgerkontakt.server.gateway.smpp.receipt;

import dk.borgerkontakt.server.outbox.DeliveryReceipts.Receipt;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jspecify.annotations.Nullable;

/**
 * A delivery receipt that tells a message's end: by its optional parameters (SMPP 3.4, 5.3.2), else
 * by its text, whose form is each centre's own, mostly that of appendix B.
 *
 * @param ids the message's name, more than one where parameter and text differ
 * @param code the state and the centre's error code
 */
record StatusReport(Set<String> ids, Receipt receipt, String code) {

  private static final Pattern ID = field("id", "[!-9;-~]{1,100}+(?!:)");
  private static final Pattern STATE = field("stat", "[A-Za-z]{1,20}");

  /** Shorter than a Danish number, since it is kept and logged, and whole. */
  private static final Pattern ERROR = field("err", "[0-9A-Za-z]{1,7}(?![0-9A-Za-z])");

  /** Behind it come the first words of our message. */
  private static final Pattern QUOTE = Pattern.compile("\\btext:", Pattern.CASE_INSENSITIVE);

  /** Empty: it is none, tells no end, or doesn't say of what. */
  static Optional<StatusReport> of(DeliverSm deliverSm) {
    if (!deliverSm.isSmscDeliveryReceipt()) {
      return Optional.empty();
    }
    String text = text(deliverSm);
    Set<String> ids = ids(deliverSm, text);
    State state = State.of(deliverSm).or(() -> find(STATE, text).flatMap(State::of)).orElse(null);
    if (ids.isEmpty() || state == null || state.receipt() == null) {
      return Optional.empty();
    }
    String code = state.name() + find(ERROR, text).map(error -> " " + error).orElse("");
    return Optional.of(new StatusReport(ids, state.receipt(), code.toUpperCase(Locale.ROOT)));
  }

  private static Set<String> ids(DeliverSm deliverSm, String text) {
    Set<String> ids = new LinkedHashSet<>();
    OptionalParameter.@Nullable Receipted_message_id parameter =
        deliverSm.getOptionalParameter(OptionalParameter.Receipted_message_id.class);
    if (parameter != null) {
      ids.add(parameter.getValueAsString().replace("\0", "").strip());
    }
    find(ID, text).ifPresent(ids::add);
    ids.remove("");
    return ids;
  }

  private static String text(DeliverSm deliverSm) {
    byte[] octets = deliverSm.getShortMessage();
    OptionalParameter.@Nullable Message_payload payload =
        deliverSm.getOptionalParameter(OptionalParameter.Message_payload.class);
    if ((octets == null || octets.length == 0) && payload != null) {
      octets = payload.getValue();
    }
    if (octets == null) {
      return "";
    }
    boolean isUcs2 = deliverSm.getDataCoding() == Alphabet.ALPHA_UCS2.value();
    String text =
        new String(octets, isUcs2 ? StandardCharsets.UTF_16BE : StandardCharsets.ISO_8859_1);
    return QUOTE.split(text.replace('\0', ' '), 2)[0];
  }

  private static Pattern field(String name, String value) {
    return Pattern.compile(
        "(?<![A-Za-z])" + name + ":\\s?(" + value + ")", Pattern.CASE_INSENSITIVE);
  }

  private static Optional<String> find(Pattern field, String text) {
    Matcher matcher = field.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** Nothing of the message. */
  @Override
  public String toString() {
    return "StatusReport[" + code + "]";
  }
}
