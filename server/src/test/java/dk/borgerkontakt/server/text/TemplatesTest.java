package dk.borgerkontakt.server.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.borgerkontakt.server.config.ConfigurationException;
import dk.borgerkontakt.server.config.messages.MessageSettings.Language;
import dk.borgerkontakt.server.config.messages.MessageSettings.Texts;
import dk.borgerkontakt.server.outbox.Kanal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The operator's own texts. */
class TemplatesTest {

  private static final Duration LIFE = Duration.ofMinutes(5);

  @TempDir private Path folder;

  @Test
  void takeThePlaceOfThoseBuiltInFileByFile() throws IOException {
    write("kode-sms.da.txt", "Kode {kode}, {levetid}.\n");
    write("kode-mail.en.txt", "Emne: Hello\r\n\r\n{kode}\r\nbye\r\n");
    write("aendring-sms.da.txt", "Ændret.");

    MessageTexts texts = load();

    assertThat(code(texts, Kanal.SMS, "da").tekst()).isEqualTo("Kode 123456, 5 minutter.");
    assertThat(code(texts, Kanal.MAIL, "en")).isEqualTo(new MessageText("Hello", "123456\nbye\n"));
    assertThat(texts.noticeOfChange(Kanal.SMS).tekst()).isEqualTo("Ændret.");
    assertThat(code(texts, Kanal.SMS, "en").tekst()).startsWith("Your code is 123456");
  }

  @ParameterizedTest
  @CsvFileSource(resources = "template-faults.csv", numLinesToSkip = 1)
  void areRefusedForEachFaultWithTheFileAndTheCure(String file, String content, String told)
      throws IOException {
    write(file, content.replace("\\n", "\n").replace("\\t", "\t"));

    assertThat(faults()).containsExactly(folder.resolve(file) + " " + told);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{levetid} {kode}", "»{kode}«", "{kode}. 12345", "1\n{kode}\n2"})
  void areTakenWithTheCodeAnywhere(String content) throws IOException {
    write("kode-sms.da.txt", content);

    assertThat(code(load(), Kanal.SMS, "da").tekst()).contains("123456");
  }

  @Test
  void mayFillTheOneSegmentToItsEnd() throws IOException {
    String fits = "{kode} {levetid} €" + "x".repeat(160 - "123456 119 minutter €€".length());
    write("kode-sms.da.txt", fits);
    load();

    write("kode-sms.da.txt", fits + "x");
    assertThat(faults())
        .containsExactly(
            folder.resolve("kode-sms.da.txt")
                + " takes 2 segments with the longest values, and may take one: it has 160"
                + " characters; make the text shorter");
  }

  @Test
  void haveLessRoomWithACharacterThatPhonesNeedMoreFor() throws IOException {
    String fits = "{kode} ” " + "x".repeat(70 - "123456 ” ".length());
    write("kode-sms.en.txt", fits);
    load();

    write("kode-sms.en.txt", fits + "x");
    assertThat(faults())
        .containsExactly(
            folder.resolve("kode-sms.en.txt")
                + " takes 2 segments with the longest values, and may take one: it has 70"
                + " characters since \"”\" (U+201D) is outside the GSM alphabet; write that"
                + " otherwise or make the text shorter");
  }

  @Test
  void haveTheirFaultsToldAllTogether() throws IOException {
    write("kode-sms.da.txt", "Hej");
    write("kode-sms.en.txt", "{kode} 1234567 {kode} {kod}");
    write("kode-sms.dk.txt", "{kode}");
    write("LAESMIG", "");
    write(".hidden", "");

    assertThat(faults())
        .satisfiesExactly(
            fault ->
                assertThat(fault)
                    .startsWith(folder.resolve("LAESMIG") + " is the name of no text; take it out")
                    .contains("kode-sms.da.txt", "aendring-mail.en.txt"),
            fault ->
                assertThat(fault).contains("dk.txt is the name of no text; did you mean kode-"),
            fault -> assertThat(fault).contains("kode-sms.da.txt has no {kode}"),
            fault -> assertThat(fault).contains("{kode} more than once"),
            fault -> assertThat(fault).contains("has {kod}", "did you mean {kode}?"),
            fault -> assertThat(fault).contains("six digits or more in a row"));
  }

  @Test
  void areRefusedInAnotherEncoding() throws IOException {
    Path file = folder.resolve("kode-sms.da.txt");
    Files.write(file, "Bekræft {kode}".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(faults()).containsExactly(file + " is not UTF-8; save it in that encoding");
  }

  @Test
  void mayBeginWithAByteOrderMark() throws IOException {
    write("kode-mail.da.txt", "\uFEFFEmne: Kode\n\n{kode}\n");

    assertThat(code(load(), Kanal.MAIL, "da").emne()).isEqualTo("Kode");
  }

  @Test
  void areRefusedWhereThereIsNoFolderOrNoFile() throws IOException {
    Path missing = folder.resolve("missing");
    assertThat(faults(missing))
        .singleElement()
        .asString()
        .startsWith(missing + " is no folder that this user may read")
        .endsWith("borgerkontakt.messages.templates");

    Path notAFile = Files.createDirectory(folder.resolve("kode-sms.da.txt"));
    assertThat(faults()).containsExactly(notAFile + " can't be read; give this user the right to");
  }

  @Test
  void areRefusedWhenTheyAreLongerThanAnyMessage() throws IOException {
    write("kode-mail.da.txt", "Emne: Kode\n\n{kode}\n" + "x".repeat(20_000));

    assertThat(faults())
        .containsExactly(
            folder.resolve("kode-mail.da.txt") + " is longer than 20 kB; make it shorter");
  }

  private void write(String file, String content) throws IOException {
    Files.writeString(folder.resolve(file), content);
  }

  private MessageTexts load() {
    return MessageTexts.load(new Texts(Language.DA, folder));
  }

  private static MessageText code(MessageTexts texts, Kanal kanal, String language) {
    return texts.code(kanal, language, "123456", LIFE);
  }

  private List<String> faults() {
    return faults(folder);
  }

  private static List<String> faults(Path folder) {
    return catchThrowableOfType(
            ConfigurationException.class, () -> MessageTexts.load(new Texts(Language.DA, folder)))
        .faults();
  }
}
