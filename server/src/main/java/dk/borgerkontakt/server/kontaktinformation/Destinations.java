package dk.borgerkontakt.server.kontaktinformation;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import dk.borgerkontakt.api.model.KontaktdataCodelList;
import dk.borgerkontakt.persistence.kontaktinformation.Kontaktinformation;
import java.util.Set;

/**
 * Where messages may be sent: to any mail address, and to numbers of the configured countries.
 * Countries that share a calling code (ITU-T E.164), as those of +1 do, are allowed together.
 */
public final class Destinations {

  /** E.164 names its country itself. */
  private static final String NO_REGION = "ZZ";

  private final PhoneNumberUtil phoneNumbers = PhoneNumberUtil.getInstance();
  private final Set<String> countryCodes;

  /**
   * @param countryCodes calling codes, digits without the plus
   */
  public Destinations(Set<String> countryCodes) {
    this.countryCodes = Set.copyOf(countryCodes);
  }

  /** Whether a message may go to the registered address; what is no number of E.164 is none. */
  public boolean isAllowed(Kontaktinformation address) {
    return switch (KontaktdataCodelList.fromValue(address.kontaktdataType())) {
      case Mobiltelefon, FastnetTelefon -> isAllowedNumber(address.kontaktdata());
      case Mailadresse -> true;
    };
  }

  private boolean isAllowedNumber(String e164) {
    try {
      int countryCode = phoneNumbers.parse(e164, NO_REGION).getCountryCode();
      return countryCodes.contains(Integer.toString(countryCode));
    } catch (NumberParseException notANumber) {
      return false;
    }
  }
}
