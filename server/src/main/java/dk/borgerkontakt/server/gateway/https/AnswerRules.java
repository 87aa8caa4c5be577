package dk.borgerkontakt.server.gateway.https;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dk.borgerkontakt.server.config.messages.SmsSettings.Https;
import dk.borgerkontakt.server.config.messages.SmsSettings.Rule;
import dk.borgerkontakt.server.outbox.Message;
import dk.borgerkontakt.server.outbox.NotTakenException;
import dk.borgerkontakt.server.outbox.Outcome;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an answer of the gateway means. Only what the operator has said of it is final.
 *
 * <p>A status alone refuses nothing for good: gateways answer 400, 413 or 422 to a number that they
 * do not take, and just so to a wrong body, sender or account. To ask again costs a few requests
 * until the code is dead; to give up would cost every code of the time in which somebody mends the
 * configuration. 409 is no success either: for some it says that the message is known, for others
 * that the first attempt is still under way and may yet fail.
 */
final class AnswerRules {

  private static final JsonMapper JSON = new JsonMapper();

  /** Printable ASCII, up to the length of {@link Outcome.Accepted}'s. */
  private static final String ID = "[\\x20-\\x7e]{1,100}";

  private static final int LONGEST_CODE = 40;

  private final Https https;
  private final @Nullable JsonPointer id;

  AnswerRules(Https https) {
    this.https = https;
    this.id = https.id() == null ? null : JsonPointer.compile(https.id());
  }

  /**
   * What is true once and for all.
   *
   * @throws NotTakenException when nothing is
   */
  Outcome outcome(Message message, int status, byte[] body) throws NotTakenException {
    JsonNode answer = json(body);
    Optional<Rule> invalid = firstMet(https.invalidNumber(), answer);
    if (invalid.isPresent()) {
      return new Outcome.Refused(true, code(status, invalid.get()));
    }
    boolean isGood = status / 100 == 2;
    boolean isSuccess = isGood && (https.success() == null || isMet(https.success(), answer));
    if (isSuccess || firstMet(https.duplicate(), answer).isPresent()) {
      return new Outcome.Accepted(gatewayId(message, answer));
    }
    throw new NotTakenException("status " + status + (isGood ? " without success" : ""));
  }

  /** An answer without JSON meets no rule; where none is set, a status of 2xx is enough. */
  private static JsonNode json(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }

  private static Optional<Rule> firstMet(List<Rule> rules, JsonNode answer) {
    return rules.stream().filter(rule -> isMet(rule, answer)).findFirst();
  }

  private static boolean isMet(Rule rule, JsonNode answer) {
    JsonNode found = answer.at(rule.pointer());
    return found.isValueNode() && found.asText().equals(rule.value());
  }

  /** The value is the rule's, and so says nothing of the citizen. */
  private static String code(int status, Rule rule) {
    String code = status + " " + rule.value();
    return code.substring(0, Math.min(code.length(), LONGEST_CODE));
  }

  /** None where there is nothing usable: a message that is taken is not sent again for its name. */
  private @Nullable String gatewayId(Message message, JsonNode answer) {
    String found = id == null ? "" : answer.at(id).asText();
    return found.matches(ID) && !message.isAddressedIn(found) ? found : null;
  }
}
