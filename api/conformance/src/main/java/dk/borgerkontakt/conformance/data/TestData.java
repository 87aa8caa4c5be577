package dk.borgerkontakt.conformance.data;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the kit is told about an implementation and its test register; see the module's README. */
public record TestData(
    @Nullable TokenSource tokens,
    Map<String, Client> clients,
    Citizens citizens,
    List<Probe> access,
    Addresses addresses,
    @Nullable Messages messages,
    @Nullable CallLimit callLimit,
    @Nullable Map<String, String> instances) {

  /** Where tokens are issued; relative to the service's own address, or absolute. */
  public record TokenSource(String endpoint) {}

  /**
   * A client of the service, with an id and a secret, or with tokens that are ready.
   *
   * @param token with all scopes
   * @param narrowTokens by a scope: a token with all scopes but that one
   * @param actsFor the job centre that another actor acts for
   */
  public record Client(
      @Nullable String id,
      @Nullable String secret,
      @Nullable String token,
      @Nullable Map<String, String> narrowTokens,
      @Nullable String actsFor) {

    @Override
    public String toString() {
      return "Client";
    }
  }

  /**
   * Citizens by what the kit needs them for.
   *
   * @param own of the client {@code akasse}; the kit changes what is registered on them
   * @param leapDay one of the own, born on 29 February
   * @param dead of the client {@code akasse}
   * @param reminded with a reminder subscription on the registered, verified mail address
   * @param foreign of another organisation
   * @param unknown well-formed numbers that nobody has
   */
  public record Citizens(
      List<String> own,
      String leapDay,
      String dead,
      String reminded,
      String foreign,
      List<String> unknown) {}

  /** Who proves a cell of the access matrix: this client, with this citizen, is in that column. */
  public record Probe(String row, String column, String client, String citizen) {}

  /**
   * Addresses to register, {@code #} standing for a digit of the kit's choice, and wrong ones.
   *
   * @param abroad mobile numbers of a country that codes are not sent to; null: there is none
   */
  public record Addresses(
      Map<String, String> fresh,
      @Nullable String abroad,
      Map<String, List<String>> invalid,
      List<Spelling> spellings) {

    /** A way to write an address, and what is to be stored. */
    public record Spelling(String type, String sent, String stored) {}
  }

  /** Where the messages to the citizens can be read: a folder, or what a command prints. */
  public record Messages(@Nullable String folder, @Nullable List<String> command) {}

  /**
   * How many calls at once are more than a client is allowed.
   *
   * @param baseUrl an instance with a limit that is easy to reach; null: the one that is tested
   */
  public record CallLimit(int calls, @Nullable String baseUrl) {}

  /** The address of an instance that always answers this code. */
  public Optional<String> instance(int code) {
    return Optional.ofNullable(instances).map(all -> all.get(Integer.toString(code)));
  }

  /** The probes of a cell. */
  public List<Probe> probes(String row, String column) {
    return access.stream()
        .filter(probe -> probe.row().equals(row) && probe.column().equals(column))
        .toList();
  }

  /** The same with the sandbox's folder of messages. */
  public TestData withFolder(String folder) {
    return new TestData(
        tokens,
        clients,
        citizens,
        access,
        addresses,
        new Messages(folder, null),
        callLimit,
        instances);
  }

  @Override
  public String toString() {
    return "TestData";
  }
}
