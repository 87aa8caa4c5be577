package dk.borgerkontakt.server.text;

import dk.borgerkontakt.server.config.source.NearestName;
import dk.borgerkontakt.server.text.TemplateName.Occasion;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a template must hold to: a code's text has the code in it once, as its only run of six
 * digits, and outside the subject, which locked screens show; a notice has none.
 */
final class TemplateCheck {

  private static final Pattern PLACE = Pattern.compile("\\{[^{}\\n]*\\}");
  private static final Pattern SIX_DIGITS = Pattern.compile("\\p{Nd}{6}");
  private static final Pattern BESIDE_CODE =
      Pattern.compile("[\\p{L}\\p{Nd}}]\\{kode\\}|\\{kode\\}[\\p{L}\\p{Nd}{]");
  private static final Pattern BEFORE_LIFETIME = Pattern.compile("\\p{Nd}\\{levetid\\}");
  private static final List<String> OF_A_CODE = List.of(Template.KODE, Template.LEVETID);

  private final Consumer<String> faults;

  /**
   * @param faults takes what is wrong with the template and how to mend it
   */
  TemplateCheck(Consumer<String> faults) {
    this.faults = faults;
  }

  void check(TemplateName name, Template template) {
    if (template.emne() != null) {
      checkSubject(template.emne());
    }
    if (name.occasion() == Occasion.KODE) {
      checkCode(template.tekst());
    }
    checkPlaces(name.occasion(), template.tekst());
    if (SIX_DIGITS.matcher(template.tekst()).find()) {
      faults.accept(
          "has six digits or more in a row, which would be taken for a code; put blanks between");
    }
  }

  private void checkSubject(String emne) {
    if (emne.contains(Template.KODE) || SIX_DIGITS.matcher(emne).find()) {
      faults.accept("has a code in its subject, which a locked screen shows; take it out there");
    } else if (emne.contains("{") || emne.contains("}")) {
      faults.accept("has a brace in its subject, where nothing is filled in; take it out");
    }
  }

  private void checkCode(String tekst) {
    long codes = PLACE.matcher(tekst).results().filter(place -> isCode(place.group())).count();
    if (codes == 0) {
      faults.accept("has no {kode}; put it where the code is to stand");
    } else if (codes > 1) {
      faults.accept("has {kode} more than once; leave it in one place");
    }
    if (BESIDE_CODE.matcher(tekst).find()) {
      faults.accept("has a letter, a digit or a brace right beside {kode}; put a blank between");
    }
    if (BEFORE_LIFETIME.matcher(tekst).find()) {
      faults.accept("has a digit right before {levetid}; put a blank between");
    }
  }

  private static boolean isCode(String place) {
    return place.equals(Template.KODE);
  }

  private void checkPlaces(Occasion occasion, String tekst) {
    Matcher places = PLACE.matcher(tekst);
    places
        .results()
        .map(place -> place.group())
        .distinct()
        .forEach(place -> known(occasion, place));
    String rest = places.replaceAll("");
    if (rest.contains("{") || rest.contains("}")) {
      faults.accept("has a brace that is part of no place to fill in; take it out");
    }
  }

  private void known(Occasion occasion, String place) {
    if (occasion == Occasion.AENDRING) {
      faults.accept("has " + printable(place) + ", but a notice fills nothing in; take it out");
    } else if (!OF_A_CODE.contains(place)) {
      String advice =
          NearestName.of(place, OF_A_CODE)
              .map(near -> "did you mean " + near + "?")
              .orElse("there are {kode} and {levetid}");
      faults.accept("has " + printable(place) + ", which nothing fills in; " + advice);
    }
  }

  private static String printable(String place) {
    return place.length() > 40 ? place.substring(0, 40) + "…" : place;
  }
}
