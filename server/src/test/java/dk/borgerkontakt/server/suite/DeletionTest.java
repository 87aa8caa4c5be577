package dk.borgerkontakt.server.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.server.testing.Caller;
import dk.borgerkontakt.server.testing.TestServer;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deleting, and that a request is done as a whole or not at all. */
class DeletionTest {

  @AutoClose private static final TestServer server = TestServer.start();

  private final Caller akasse = server.as("akasse-11");
  private final String citizen = server.register().newCitizen();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'kontaktdataType':1}",
        "{'kontaktdataType':1,'kontaktdata':null}",
        "{'kontaktdataType':1,'kontaktdata':''}"
      })
  void omittedNullAndEmptyDelete(String element) {
    akasse.create(citizen, 1, "20120002", 2, "33120003").send();

    String body = "{'kontaktinformationer':{'kontaktinformation':[" + element + "]}}";
    assertThat(post(body.replace('\'', '"'))).isEqualTo(204);

    assertThat(registered()).containsExactly("2 +4533120003 1");
  }

  @Test
  void whatIsNotThereIsDeletedWithSuccess() {
    assertThat(akasse.create(citizen, 1, null, 2, "", 3, null).send().status()).isEqualTo(204);

    assertThat(akasse.read(citizen).send().outcome()).isEqualTo(9159);
  }

  @Test
  void whoLosesTheLastTypeHasNothingRegistered() {
    akasse.create(citizen, 1, "20120002").send();

    akasse.create(citizen, 1, null).send();

    assertThat(akasse.read(citizen).send().outcome()).isEqualTo(9159);
    assertThat(akasse.byMobile("+4520120002").send().borgerer()).doesNotContain(citizen);
  }

  @Test
  void aRequestMayDeleteChangeAndRegisterAtOnce() {
    akasse.create(citizen, 1, "20120002", 2, "33120003").send();

    akasse.create(citizen, 1, null, 2, "33120004", 3, "borger@example.dk").send();

    assertThat(registered()).containsExactly("2 +4533120004 1", "3 borger@example.dk 1");
  }

  @Test
  void theMailAddressOfARemindedCitizenCanNotBeDeleted() {
    akasse.create(citizen, 3, "borger@example.dk").send();
    server.register().subscribe(citizen, "MAIL");

    assertThat(akasse.create(citizen, 3, null).send().outcome()).isEqualTo(9155);
    assertThat(akasse.create(citizen, 3, "").send().outcome()).isEqualTo(9155);

    assertThat(registered()).containsExactly("3 borger@example.dk 1");
  }

  @Test
  void theMailAddressOfARemindedCitizenCanBeChanged() {
    akasse.create(citizen, 3, "borger@example.dk").send();
    server.register().subscribe(citizen, "MAIL");

    assertThat(akasse.create(citizen, 3, "ny@example.dk").send().status()).isEqualTo(204);

    assertThat(registered()).containsExactly("3 ny@example.dk 1");
  }

  @Test
  void remindersHoldNothingElse() {
    akasse.create(citizen, 1, "20120002", 3, "borger@example.dk").send();
    server.register().subscribe(citizen, "SMS");

    assertThat(akasse.create(citizen, 1, null, 3, null).send().status()).isEqualTo(204);
  }

  @Test
  void aRemindedCitizenWithoutAMailAddressHasNothingToLose() {
    server.register().subscribe(citizen, "MAIL");

    assertThat(akasse.create(citizen, 3, null).send().status()).isEqualTo(204);
  }

  @Test
  void oneInvalidValueLeavesEverythingAsItWas() {
    akasse.create(citizen, 1, "20120002", 3, "borger@example.dk").send();

    assertThat(akasse.create(citizen, 1, "20120003", 2, "33120003", 3, "ingen").send().outcome())
        .isEqualTo(9158);
    assertThat(akasse.create(citizen, 1, null, 2, "12", 3, null).send().outcome()).isEqualTo(9157);

    assertThat(registered()).containsExactly("1 +4520120002 1", "3 borger@example.dk 1");
  }

  @Test
  void oneForbiddenDeletionLeavesEverythingAsItWas() {
    akasse.create(citizen, 1, "20120002", 3, "borger@example.dk").send();
    server.register().subscribe(citizen, "MAIL");

    assertThat(akasse.create(citizen, 1, null, 2, "33120003", 3, null).send().outcome())
        .isEqualTo(9155);

    assertThat(registered()).containsExactly("1 +4520120002 1", "3 borger@example.dk 1");
  }

  @Test
  void theSameTypeTwiceIsRefused() {
    assertThat(akasse.create(citizen, 1, "20120002", 1, "20120003").send().outcome())
        .isEqualTo(1014);
    assertThat(akasse.create(citizen, 1, null, 1, null).send().outcome()).isEqualTo(1014);
    assertThat(akasse.read(citizen).send().outcome()).isEqualTo(9159);
  }

  @Test
  void manyWritersOfOneCitizenGoOneByOne() {
    List<Callable<Integer>> writers =
        IntStream.range(0, 12)
            .<Callable<Integer>>mapToObj(
                i ->
                    () ->
                        akasse
                            .create(citizen, 1 + i % 3, i % 3 < 2 ? "2012010" + i % 10 : "a@b.dk")
                            .send()
                            .status())
            .toList();

    assertThat(AtOnce.run(writers)).containsOnly(204);

    assertThat(registered()).hasSize(3);
  }

  private int post(String body) {
    return akasse.post(Caller.PATH, body).cpr(citizen).send().status();
  }

  private List<String> registered() {
    return akasse.read(citizen).send().kontaktinformation();
  }
}
