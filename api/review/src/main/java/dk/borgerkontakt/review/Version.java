package dk.borgerkontakt.review;

import java.util.Arrays;
import java.util.Comparator;

/** A version of the contract (Semantic Versioning 2.0.0, three numbers alone). */
record Version(int major, int minor, int patch) implements Comparable<Version> {

  private static final Comparator<Version> ORDER =
      Comparator.comparingInt(Version::major)
          .thenComparingInt(Version::minor)
          .thenComparingInt(Version::patch);

  static Version of(String text) {
    if (!text.matches("[0-9]{1,6}(\\.[0-9]{1,6}){2}")) {
      throw new IllegalArgumentException("no version: " + text);
    }
    int[] parts = Arrays.stream(text.split("\\.")).mapToInt(Integer::parseInt).toArray();
    return new Version(parts[0], parts[1], parts[2]);
  }

  /** The least version that admits a change of this weight. */
  Version after(Weight weight) {
    return switch (weight) {
      case BREAKS -> new Version(major + 1, 0, 0);
      case ADDS -> new Version(major, minor + 1, 0);
      case TEXT -> new Version(major, minor, patch + 1);
    };
  }

  @Override
  public int compareTo(Version other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
