package dk.borgerkontakt.server.register;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Writes the files of a made-up register, of any size and streaming: citizens nearly in the order
 * of their CPR numbers, phone numbers and addresses in none. The same seed and size make the same
 * files. Needs nothing but a JDK:
 *
 * <pre>java RegisterGenerator.java FOLDER CITIZENS [SEED] [full]</pre>
 *
 * <p>Citizens have from none to three contact rows, two on average; with {@code full} each has
 * three.
 */
public final class RegisterGenerator {

  /** A birthday has a thousand numbers, half of them for numbers that were given up. */
  static final int MOST = 14_000_000;

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
  private static final DateTimeFormatter CPR_DATE = DateTimeFormatter.ofPattern("ddMMyy");
  private static final List<LocalDate> BIRTHDAYS =
      LocalDate.of(1930, 1, 1)
          .datesUntil(LocalDate.of(2008, 1, 1))
          .sorted(Comparator.comparing(CPR_DATE::format))
          .toList();
  private static final int MUNICIPALITIES = 98;
  private static final int AKASSER = 20;
  private static final int HOUSEHOLD = 3;
  private static final List<String> NAMES =
      List.of("anne", "peter", "mette", "lars", "karen", "henrik", "Ida", "soeren.b", "fatima");
  private static final List<String> DOMAINS =
      List.of("example.dk", "Example.com", "mail.example.org", "post.example.net");

  private final Map<Table, BufferedWriter> files = new EnumMap<>(Table.class);
  private final long seed;
  private final boolean isFull;

  private enum Table {
    ORGANISATIONER("type,kode,navn"),
    BORGERE("cpr,doed,nyt_cpr"),
    TILKNYTNINGER("cpr,organisationstype,kode,fra,til"),
    GAESTEADGANGE("cpr,organisationstype,kode,udloeber"),
    DELEGERINGER("cvr,jobcenterkode,fra,til"),
    HUSKESERVICEABONNEMENTER("cpr,kanal"),
    KONTAKTINFORMATION("cpr,type,kontaktdata,status");

    private final String header;

    Table(String header) {
      this.header = header;
    }

    private BufferedWriter open(Path folder) throws IOException {
      return Files.newBufferedWriter(folder.resolve(name().toLowerCase(Locale.ROOT) + ".csv"));
    }
  }

  private RegisterGenerator(long seed, boolean isFull) {
    this.seed = seed;
    this.isFull = isFull;
  }

  public static void main(String[] args) throws IOException {
    if (args.length < 2) {
      System.err.println("java RegisterGenerator.java FOLDER CITIZENS [SEED] [full]");
      System.exit(1);
    }
    long seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
    boolean isFull = args.length > 3 && args[3].equals("full");
    write(Path.of(args[0]), Integer.parseInt(args[1]), seed, isFull);
  }

  /** Writes the files into the folder, which is made if it isn't there. */
  public static void write(Path folder, int citizens, long seed, boolean isFull)
      throws IOException {
    if (citizens > MOST) {
      throw new IllegalArgumentException("No more than " + MOST + " citizens");
    }
    Files.createDirectories(folder);
    RegisterGenerator generator = new RegisterGenerator(seed, isFull);
    try {
      for (Table table : Table.values()) {
        generator.files.put(table, table.open(folder));
        generator.line(table, table.header);
      }
      generator.organisations();
      int perDay = citizens / BIRTHDAYS.size() + 1;
      for (int i = 0; i < citizens; i++) {
        generator.citizen(i, BIRTHDAYS.get(i / perDay), i % perDay);
      }
    } finally {
      for (BufferedWriter file : generator.files.values()) {
        file.close();
      }
    }
  }

  /** Who is born in this century has numbers from 4000. */
  private static String cpr(LocalDate born, int serial) {
    int first = born.getYear() < 2000 ? 0 : 4000;
    int sequence = first + (serial * 7 + born.getDayOfYear()) % 1000;
    return "%s%04d".formatted(CPR_DATE.format(born), sequence);
  }

  private void organisations() {
    for (int i = 0; i < MUNICIPALITIES; i++) {
      line(Table.ORGANISATIONER, "7," + municipality(i) + ",\"Kommune " + i + ", by og land\"");
      line(Table.ORGANISATIONER, "8," + jobCentre(i) + ",Jobcenter " + i);
      for (int actor = 0; actor < 3; actor++) {
        String end = actor == 0 ? "2024-06-30" : "";
        String cvr = Integer.toString(10_000_001 + (i * 3 + actor) % 40);
        line(Table.DELEGERINGER, cvr + "," + jobCentre(i) + ",2022-01-01," + end);
      }
    }
    for (int i = 0; i < AKASSER; i++) {
      line(Table.ORGANISATIONER, "2," + (11 + i) + ",A-kasse " + i);
    }
  }

  private void citizen(int i, LocalDate born, int serial) {
    SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + i);
    String cpr = cpr(born, serial);
    boolean isDead = random.nextInt(100) < 2;
    line(Table.BORGERE, cpr + "," + isDead + ",");
    String old = cpr(born, serial + 500);
    String known = random.nextInt(200) == 0 ? changedNumber(old, cpr, isDead, random) : cpr;
    attachments(known, random);
    if (random.nextInt(100) == 0) {
      String end = random.nextBoolean() ? "" : day(random, -400, 400).toString();
      String guest = jobCentre(random.nextInt(MUNICIPALITIES));
      line(Table.GAESTEADGANGE, cpr + ",8," + guest + "," + end);
    }
    if (random.nextInt(100) < 8) {
      line(Table.HUSKESERVICEABONNEMENTER, cpr + "," + (random.nextBoolean() ? "SMS" : "MAIL"));
    }
    contactRows(i, known, random);
  }

  /** Some are known by their old number too, and the others' rows of it come later. */
  private String changedNumber(String old, String cpr, boolean isDead, SplittableRandom random) {
    if (random.nextBoolean()) {
      line(Table.BORGERE, old + ",false,");
    }
    line(Table.BORGERE, old + "," + isDead + "," + cpr);
    return random.nextBoolean() ? old : cpr;
  }

  private void attachments(String cpr, SplittableRandom random) {
    int home = random.nextInt(MUNICIPALITIES);
    LocalDate moved = day(random, -9000, -1);
    attachment(cpr, "7," + municipality(home), moved, null);
    if (random.nextInt(100) < 15) {
      int before = (home + 1 + random.nextInt(MUNICIPALITIES - 1)) % MUNICIPALITIES;
      attachment(cpr, "7," + municipality(before), moved.minusDays(900), moved.minusDays(1));
    }
    if (random.nextInt(100) < 30) {
      attachment(cpr, "8," + jobCentre(home), day(random, -900, -1), null);
    }
    if (random.nextInt(100) < 45) {
      LocalDate joined = day(random, -5000, -200);
      boolean hasLeft = random.nextInt(100) < 20;
      LocalDate left = hasLeft ? joined.plusDays(random.nextInt(200)) : null;
      attachment(cpr, "2," + (11 + random.nextInt(AKASSER)), joined, left);
    }
  }

  private void attachment(String cpr, String organisation, LocalDate fra, LocalDate til) {
    String end = til == null ? "" : til.toString();
    line(Table.TILKNYTNINGER, cpr + "," + organisation + "," + fra + "," + end);
  }

  private void contactRows(int i, String cpr, SplittableRandom random) {
    if (isRegistered(90, random)) {
      contactRow(cpr, 1, phone(25_100_000 + scattered(i, 3_900_000), random), random);
    }
    if (isRegistered(25, random)) {
      contactRow(cpr, 2, phone(66_100_000 + scattered(i / HOUSEHOLD, 2_900_000), random), random);
    }
    if (isRegistered(80, random)) {
      String name = NAMES.get(random.nextInt(NAMES.size()));
      String domain = DOMAINS.get(random.nextInt(DOMAINS.size()));
      contactRow(cpr, 3, name + scattered(i, MOST) + "@" + domain, random);
    }
  }

  private boolean isRegistered(int share, SplittableRandom random) {
    return random.nextInt(100) < share || isFull;
  }

  private void contactRow(String cpr, int type, String kontaktdata, SplittableRandom random) {
    int kind = random.nextInt(100);
    int status = kind < 55 ? 1 : kind < 97 ? 2 : 3;
    line(Table.KONTAKTINFORMATION, cpr + "," + type + "," + kontaktdata + "," + status);
  }

  /** Another number below the limit for each {@code i} below it. */
  private static int scattered(int i, int limit) {
    return (int) (i * 1_299_709L % limit);
  }

  /** As people write it. */
  private static String phone(int number, SplittableRandom random) {
    String digits = Integer.toString(number);
    return switch (random.nextInt(4)) {
      case 0 -> digits.replaceAll("(..)(?=.)", "$1 ");
      case 1 -> "+45" + digits;
      default -> digits;
    };
  }

  private static LocalDate day(SplittableRandom random, int from, int to) {
    return TODAY.plusDays(random.nextInt(from, to));
  }

  private static int municipality(int i) {
    return 101 + 7 * i;
  }

  private static String jobCentre(int i) {
    return municipality(i) + "00";
  }

  private void line(Table table, String line) {
    try {
      files.get(table).append(line).append('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
