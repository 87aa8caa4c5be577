package dk.borgerkontakt.server.gateway.https;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dk.borgerkontakt.server.config.messages.Placeholder;
import dk.borgerkontakt.server.outbox.Message;

/** The JSON that a gateway is sent. Nothing that is filled in can end the string that it is in. */
record RequestBody(String template, String sender) {

  /**
   * @param seconds how long the message is still of use
   */
  String of(Message message, long seconds) {
    return Placeholder.fill(template, placeholder -> escaped(value(placeholder, message, seconds)));
  }

  private String value(Placeholder placeholder, Message message, long seconds) {
    return switch (placeholder) {
      case MODTAGER -> message.modtager();
      case MSISDN -> message.modtager().replaceFirst("^\\+", "");
      case TEKST -> message.tekst();
      case AFSENDER -> sender;
      case ID -> message.id().toString();
      case SEKUNDER -> Long.toString(seconds);
    };
  }

  private static String escaped(String text) {
    return String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text));
  }
}
