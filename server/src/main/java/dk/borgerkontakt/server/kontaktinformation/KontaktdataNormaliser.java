package dk.borgerkontakt.server.kontaktinformation;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dk.borgerkontakt.api.model.Fejlkode;
import dk.borgerkontakt.api.model.KontaktdataCodelList;
import dk.borgerkontakt.server.contract.CodeList;
import dk.borgerkontakt.server.contract.Contract;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.EmailValidator;
import org.jspecify.annotations.Nullable;

/**
 * Checks contact data and puts it into the one form that is stored and answered: phone numbers in
 * E.164, Danish where no country is given; mail addresses with the domain in lower case.
 */
public final class KontaktdataNormaliser {

  private static final String DENMARK = "DK";
  private static final Set<PhoneNumberType> MOBILE =
      EnumSet.of(PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE);

  /** What people write in a number. The library would also take letters, and drop an extension. */
  private static final Pattern NUMBER = Pattern.compile("\\+?[0-9 ().\\-/\\u00a0]+");

  /**
   * What RFC 5321 would let pass, but nobody's mailbox has: control characters, broken characters,
   * and a machine's number in place of a domain.
   */
  private static final Pattern NO_ADDRESS = Pattern.compile("[\\p{Cntrl}\\p{Cs}]|@\\[");

  private final PhoneNumberUtil phoneNumbers = PhoneNumberUtil.getInstance();
  private final EmailValidator emails = EmailValidator.getInstance();
  private final CodeList types;
  private final int longest;

  public KontaktdataNormaliser(Contract contract) {
    this.types = contract.codeList(KontaktdataCodelList.class);
    this.longest = contract.limits().kontaktdataLength();
  }

  /** The stored form of the text. */
  public String normalise(KontaktdataCodelList type, String text)
      throws UgyldigKontaktdataException {
    String normalised = text.length() > longest ? null : form(type, text);
    if (normalised == null || normalised.length() > longest) {
      throw new UgyldigKontaktdataException(
          Fejlkode.fromValue(types.number("x-enum-fejlkoder", type.value())));
    }
    return normalised;
  }

  private @Nullable String form(KontaktdataCodelList type, String text) {
    return switch (type) {
      case Mobiltelefon -> e164(text, true);
      case FastnetTelefon -> e164(text, false);
      case Mailadresse -> address(text);
    };
  }

  private @Nullable String e164(String text, boolean mobile) {
    if (!NUMBER.matcher(text).matches()) {
      return null;
    }
    try {
      PhoneNumber number = phoneNumbers.parse(text, DENMARK);
      boolean valid =
          phoneNumbers.isValidNumber(number)
              && (!mobile || MOBILE.contains(phoneNumbers.getNumberType(number)));
      return valid ? phoneNumbers.format(number, PhoneNumberFormat.E164) : null;
    } catch (NumberParseException notANumber) {
      return null;
    }
  }

  private @Nullable String address(String text) {
    if (!emails.isValid(text) || NO_ADDRESS.matcher(text).find()) {
      return null;
    }
    int at = text.lastIndexOf('@');
    return text.substring(0, at) + text.substring(at).toLowerCase(Locale.ROOT);
  }
}
