package dk.borgerkontakt.server.text;

import dk.borgerkontakt.server.outbox.Kanal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** From the bytes of a file to a template: UTF-8, and for a mail a subject above the text. */
final class TemplateReader {

  private static final String SUBJECT = "Emne:";
  private static final Pattern BYTE_ORDER_MARK = Pattern.compile("\\A\\x{FEFF}");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}&&[^\\n]]");
  private static final Pattern MAIL = Pattern.compile(SUBJECT + "([^\\n]*)\\n(.*)", Pattern.DOTALL);

  private final Consumer<String> faults;

  /**
   * @param faults takes what is wrong with the file and how to mend it
   */
  TemplateReader(Consumer<String> faults) {
    this.faults = faults;
  }

  /** The template, or null when the file can't be understood. */
  @Nullable Template read(Kanal kanal, byte[] bytes) {
    String content = decode(bytes);
    if (content == null) {
      return null;
    }
    Matcher control = CONTROL.matcher(content);
    if (control.find()) {
      faults.accept(
          "has the control character U+%04X; take it out"
              .formatted((int) control.group().charAt(0)));
      return null;
    }
    return switch (kanal) {
      case SMS -> sms(content);
      case MAIL -> mail(content);
    };
  }

  /** Lines end as they do on the machine that the file was written on. */
  private @Nullable String decode(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return BYTE_ORDER_MARK.matcher(text).replaceFirst("").replace("\r\n", "\n");
    } catch (CharacterCodingException e) {
      faults.accept("is not UTF-8; save it in that encoding");
      return null;
    }
  }

  private @Nullable Template sms(String content) {
    if (content.startsWith(SUBJECT)) {
      faults.accept("has a subject, which no SMS shows; take its first line out");
      return null;
    }
    return template(null, content.strip());
  }

  private @Nullable Template mail(String content) {
    Matcher mail = MAIL.matcher(content);
    if (!mail.matches() || mail.group(1).isBlank()) {
      faults.accept("has no subject; begin it with a line such as \"Emne: Din kode\"");
      return null;
    }
    String rest = mail.group(2);
    if (!rest.isBlank() && !rest.lines().findFirst().orElse("").isBlank()) {
      faults.accept("has no empty line below its subject; put one there");
      return null;
    }
    return template(mail.group(1).strip(), rest.strip() + "\n");
  }

  private @Nullable Template template(@Nullable String emne, String tekst) {
    if (tekst.isBlank()) {
      faults.accept("has no text; write one, or take the file out to use the built-in text");
      return null;
    }
    return new Template(emne, tekst);
  }
}
