package dk.borgerkontakt.conformance.bench;

import dk.borgerkontakt.conformance.data.TestData;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;

/** Addresses to register: new ones of the data's ranges, and wrong ones. */
public final class Addresses {

  private static final RandomGenerator RANDOM = RandomGenerator.getDefault();

  private static final int MAIL = 3;
  private static final int LONGEST_LOCAL = 64;
  private static final int LONGEST_LABEL = 63;

  private Addresses() {}

  /** One that nobody has had a code to in the last minute, in all likelihood. */
  public static String fresh(TestData data, int type) {
    return filled(template(data, type), digits());
  }

  /**
   * A new mail address of exactly this length, in a subdomain of the data's (RFC 5321, 4.5.3.1).
   */
  public static String longestMail(TestData data, int length) {
    String mail = fresh(data, MAIL);
    int at = mail.indexOf('@');
    String local = mail.substring(0, at);
    String domain = mail.substring(at + 1);
    local += "x".repeat(Math.max(0, LONGEST_LOCAL - local.length()));
    StringBuilder labels = new StringBuilder();
    int left = length - local.length() - 1 - domain.length();
    while (left > 1) {
      int label = Math.min(LONGEST_LABEL, left - 1);
      label -= left - label - 1 == 1 ? 1 : 0;
      labels.append("x".repeat(label)).append('.');
      left -= label + 1;
    }
    return local + '@' + labels + domain;
  }

  private static String template(TestData data, int type) {
    return Objects.requireNonNull(data.addresses().fresh().get(Integer.toString(type)));
  }

  /** What is no address of this type. */
  public static List<String> invalid(TestData data, int type) {
    return Objects.requireNonNull(data.addresses().invalid().get(Integer.toString(type)));
  }

  /** Random digits, enough for any template. */
  public static String digits() {
    return String.format("%012d", RANDOM.nextLong(1_000_000_000_000L));
  }

  /** A template with each {@code #} replaced by the next digit. */
  public static String filled(String template, String digits) {
    StringBuilder filled = new StringBuilder();
    int next = 0;
    for (int i = 0; i < template.length(); i++) {
      char sign = template.charAt(i);
      filled.append(sign == '#' ? digits.charAt(next++) : sign);
    }
    return filled.toString();
  }
}
