package dk.borgerkontakt.server.gateway.smpp.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MessageIdsTest {

  private final MessageIds ids = new MessageIds();

  @Test
  void anIdIsTakenAsItIsUntilTheCentreHasShownAnother() {
    assertThat(ids.formsOf("4660")).containsExactly("4660");
    assertThat(ids.formsOf("1a2b")).containsExactly("1a2b");
  }

  @Test
  void decimalReceiptsFindHexadecimalAnswers() {
    ids.noteAccepted("0000ABCD");

    assertThat(ids.formsOf("43981")).startsWith("43981").contains("0000ABCD", "abcd", "ABCD");
  }

  @Test
  void decimalReceiptsOfSixtyFourBitsFindHexadecimalAnswers() {
    ids.noteAccepted("");
    ids.noteAccepted("FFFFFFFFFFFFFFFE");

    assertThat(ids.formsOf("18446744073709551614")).contains("FFFFFFFFFFFFFFFE");
  }

  @Test
  void hexadecimalReceiptsFindAnswersInOtherLetters() {
    ids.noteAccepted("0000ABCD");

    assertThat(ids.formsOf("abcd")).contains("0000ABCD");
  }

  @Test
  void aCentreThatWritesHexadecimalReceiptsIsNotReadAsDecimal() {
    ids.noteAccepted("0000ABCD");
    ids.formsOf("0000ABCE");

    assertThat(ids.formsOf("00012345")).containsExactly("00012345");
  }

  @Test
  void hexadecimalReceiptsFindDecimalAnswers() {
    IntStream.range(43_900, 43_920).forEach(id -> ids.noteAccepted(Integer.toString(id)));

    assertThat(ids.formsOf("ABCD")).startsWith("ABCD").contains("43981", "0000043981");
    assertThat(ids.formsOf("43981")).containsExactly("43981");
  }

  @Test
  void idsThatAreNoNumbersAreLeftAlone() {
    ids.noteAccepted("0000ABCD");
    ids.noteAccepted("6f1c-77");

    assertThat(ids.formsOf("43981")).containsExactly("43981");
  }
}
