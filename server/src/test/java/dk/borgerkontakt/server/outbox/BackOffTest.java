package dk.borgerkontakt.server.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackOffTest {

  @ParameterizedTest
  @CsvSource({
    "0, PT1S",
    "1, PT1S",
    "2, PT2S",
    "3, PT4S",
    "5, PT16S",
    "6, PT30S",
    "7, PT30S",
    "2147483647, PT30S"
  })
  void waitsLongerEachTimeButNeverTooLong(int attempts, Duration longest) {
    BackOff backOff = new BackOff(new Random(1));

    for (int i = 0; i < 1000; i++) {
      assertThat(backOff.after(attempts)).isBetween(longest.dividedBy(2), longest);
    }
  }
}
