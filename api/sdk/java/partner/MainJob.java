import static dk.borgerkontakt.client.Kontaktdata.besked;
import static dk.borgerkontakt.client.Kontaktdata.saet;
import static dk.borgerkontakt.client.Kontaktdata.slet;
import static dk.borgerkontakt.client.model.KontaktdataCodelList.FastnetTelefon;
import static dk.borgerkontakt.client.model.KontaktdataCodelList.Mailadresse;
import static dk.borgerkontakt.client.model.KontaktdataCodelList.Mobiltelefon;
import static dk.borgerkontakt.client.model.KontaktdataStatusCodelList.Ugyldig;
import static dk.borgerkontakt.client.model.KontaktdataStatusCodelList.Verificeret;

import dk.borgerkontakt.client.ApiClient;
import dk.borgerkontakt.client.ClientCredentials;
import dk.borgerkontakt.client.Kontaktdata;
import dk.borgerkontakt.client.KontaktinformationApi;
import dk.borgerkontakt.client.ProblemException;
import dk.borgerkontakt.client.model.BorgererDto;
import dk.borgerkontakt.client.model.Fejlkode;
import dk.borgerkontakt.client.model.GetKontaktinformationResponseType;
import dk.borgerkontakt.client.model.GetVerfikationskodeRequestType;
import dk.borgerkontakt.client.model.KontaktdataCodelList;
import dk.borgerkontakt.client.model.KontaktinformationDto;
import dk.borgerkontakt.client.model.RegistreretKontaktinformation;
import dk.borgerkontakt.client.model.UpdateKontaktinformationRequestType;
import dk.borgerkontakt.client.model.VerificerKontaktinformationRequestType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a partner does in a day, against the service at BASE_URL, with nothing but the jar. */
final class MainJob {
  private static final String URL = System.getenv("BASE_URL");
  private static final String CPR = "3112999012";
  private static final GetVerfikationskodeRequestType MOBILE =
      new GetVerfikationskodeRequestType(Mobiltelefon);
  private static int passed;

  public static void main(String[] args) throws Exception {
    ClientCredentials token = new ClientCredentials(URL + "/oauth2/token", "akasse-11", "sandbox");
    KontaktinformationApi api = new KontaktinformationApi(new ApiClient(URL, token));
    registers(api);
    verifies(api);
    looksUp(api);
    deletes(api);
    isRefused(api);
    keepsItsConnection(token);
    System.out.println(passed + " passed, 0 failed");
  }

  private static void registers(KontaktinformationApi api) {
    KontaktinformationDto mobile = saet(Mobiltelefon, "20 12 00 55");
    api.createKontaktinformation(CPR, besked(mobile, saet(Mailadresse, "navn+x@example.dk")));
    equal("two are new, the third is left", all(api), "+4520120055 +4533120012 navn+x@example.dk");

    api.updateKontaktinformation(
        CPR, new UpdateKontaktinformationRequestType(Mailadresse, Ugyldig));
    equal("status is set", read(api).get(2).kontaktdatastatus(), Ugyldig);

    api.createKontaktinformation(CPR, besked(read(api).stream().map(Kontaktdata::af).toList()));
    equal("a read answer can be sent back", read(api).get(2).kontaktdatastatus(), Ugyldig);
  }

  private static void verifies(KontaktinformationApi api) throws Exception {
    api.getVerifikationskode(CPR, MOBILE);
    ProblemException e =
        refused("too soon", 429, Fejlkode.ForMange, () -> api.getVerifikationskode(CPR, MOBILE));
    equal("wait is told", e.retryAfter().orElse(0) > 0 && e.retryAfter().orElse(0) <= 60, true);

    api.verificerKontaktinformation(
        CPR, new VerificerKontaktinformationRequestType(code("+4520120055"), Mobiltelefon));
    equal("number is verified", read(api).get(0).kontaktdatastatus(), Verificeret);
  }

  private static void looksUp(KontaktinformationApi api) {
    equal("found by number", found(api.getKontaktinformationMobilNr("+4520120055")), CPR);
    equal("found by address", found(api.getKontaktinformationEmail("navn+x@example.dk")), CPR);
    equal("nobody is found", found(api.getKontaktinformationMobilNr("+4520120056")), "");
  }

  private static void deletes(KontaktinformationApi api) {
    api.createKontaktinformation(CPR, besked(slet(Mailadresse)));
    equal("one is gone, the others are left", all(api), "+4520120055 +4533120012");
  }

  private static void isRefused(KontaktinformationApi api) {
    refused("no CPR number", 400, Fejlkode.InvalidCpr, () -> api.getKontaktinformation("1"));
    refused(
        "nothing registered",
        404,
        Fejlkode.IngenKontaktinformation,
        () -> api.getKontaktinformation("2902009011"));
    ProblemException e =
        refused(
            "no mobile number",
            400,
            Fejlkode.UgyldigtMobiltelefonnummer,
            () ->
                api.createKontaktinformation(
                    CPR, besked(slet(FastnetTelefon), saet(Mobiltelefon, "12"))));
    equal("its place", e.fejl().get(0).sti(), "/kontaktinformationer/kontaktinformation/1/kontaktdata");
    equal("its code", e.fejl().get(0).fejlkode(), Fejlkode.UgyldigtMobiltelefonnummer);
    equal("nothing of it was done", all(api), "+4520120055 +4533120012");
    refused(
        "a type nobody knows",
        400,
        Fejlkode.UkendtKontaktdataType,
        () -> api.createKontaktinformation(CPR, besked(slet(new KontaktdataCodelList(77)))));
    KontaktinformationApi stranger = new KontaktinformationApi(new ApiClient(URL, () -> "wrong"));
    refused("a wrong token", 401, Fejlkode.LogonFailed, () -> stranger.getKontaktinformation(CPR));
  }

  private static void keepsItsConnection(ClientCredentials token) throws Exception {
    try (Relay relay = new Relay(URL)) {
      KontaktinformationApi api = new KontaktinformationApi(new ApiClient(relay.url(), token));
      api.createKontaktinformation(CPR, besked(saet(Mobiltelefon, "20 12 00 57")));
      api.createKontaktinformation(CPR, besked(saet(Mobiltelefon, "20 12 00 58")));
      equal("two bodies, one connection", relay.connections.get(), 1);
    }
  }

  private static List<RegistreretKontaktinformation> read(KontaktinformationApi api) {
    return api.getKontaktinformation(CPR).kontaktinformationer().kontaktinformation();
  }

  private static String all(KontaktinformationApi api) {
    return joined(read(api), RegistreretKontaktinformation::kontaktdata);
  }

  private static String found(GetKontaktinformationResponseType answer) {
    return joined(answer.borgerer(), BorgererDto::civilregistrationIdentifier);
  }

  private static <T> String joined(List<T> list, Function<T, String> text) {
    return list.stream().map(text).collect(Collectors.joining(" "));
  }

  /** The code in the message to this number, waited for: the sandbox writes it in a moment. */
  private static String code(String number) throws Exception {
    for (long end = System.nanoTime() + 20_000_000_000L; System.nanoTime() < end; ) {
      try (var messages = Files.newDirectoryStream(Path.of(System.getenv("OUTBOX")), "*.json")) {
        for (Path message : messages) {
          String json = Files.readString(message);
          Matcher code = Pattern.compile("(?<![0-9])[0-9]{6}(?![0-9])").matcher(textOf(json));
          if (json.contains(number) && code.find()) {
            return code.group();
          }
        }
      }
      Thread.onSpinWait();
    }
    throw new AssertionError("no code for " + number);
  }

  private static String textOf(String json) {
    return json.substring(json.indexOf("\"tekst\""));
  }

  private static ProblemException refused(String what, int status, Fejlkode code, Runnable call) {
    try {
      call.run();
    } catch (ProblemException e) {
      equal(what, e.status() + " " + e.fejlkode(), status + " " + code);
      return e;
    }
    throw new AssertionError(what + ": was not refused");
  }

  private static void equal(String what, Object is, Object should) {
    if (!is.equals(should)) {
      throw new AssertionError(what + ": " + is + " instead of " + should);
    }
    System.out.println("ok " + what);
    passed++;
  }
}
