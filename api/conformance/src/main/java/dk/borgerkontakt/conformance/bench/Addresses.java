package dk.borgerkontakt.conformance.bench;

import dk.borgerkontakt.conformance.data.TestData;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;

/** Addresses to register: new ones of the data's ranges, and wrong ones. */
public final class Addresses {

  private static final RandomGenerator RANDOM = RandomGenerator.getDefault();

  private Addresses() {}

  /** One that nobody has had a code to in the last minute, in all likelihood. */
  public static String fresh(TestData data, int type) {
    return filled(template(data, type), digits());
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
