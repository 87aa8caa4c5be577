package dk.borgerkontakt.server;

import dk.borgerkontakt.persistence.Database;
import dk.borgerkontakt.server.access.AccessCheck;
import dk.borgerkontakt.server.access.AccessRows;
import dk.borgerkontakt.server.access.AccessRule;
import dk.borgerkontakt.server.access.OrganisationCheck;
import dk.borgerkontakt.server.access.Today;
import dk.borgerkontakt.server.audit.AuditHash;
import dk.borgerkontakt.server.audit.Auditor;
import dk.borgerkontakt.server.audit.SharedCommit;
import dk.borgerkontakt.server.config.Settings;
import dk.borgerkontakt.server.config.messages.MessageSettings;
import dk.borgerkontakt.server.config.tls.TlsSettings;
import dk.borgerkontakt.server.contract.Contract;
import dk.borgerkontakt.server.delivery.Ledger;
import dk.borgerkontakt.server.delivery.OutboxWorkers;
import dk.borgerkontakt.server.delivery.Tally;
import dk.borgerkontakt.server.delivery.TracedSender;
import dk.borgerkontakt.server.delivery.UnreachableAddress;
import dk.borgerkontakt.server.gate.BodyForm;
import dk.borgerkontakt.server.gate.CallLimit;
import dk.borgerkontakt.server.gate.FormCheck;
import dk.borgerkontakt.server.gate.Gate;
import dk.borgerkontakt.server.gate.ParameterForm;
import dk.borgerkontakt.server.gate.TokenCheck;
import dk.borgerkontakt.server.http.ContractFiles;
import dk.borgerkontakt.server.http.JerseyApplication;
import dk.borgerkontakt.server.http.Pages;
import dk.borgerkontakt.server.identity.CertificateBinding;
import dk.borgerkontakt.server.keys.KeyFolder;
import dk.borgerkontakt.server.keys.KeyedHash;
import dk.borgerkontakt.server.kontaktinformation.ChangeNotice;
import dk.borgerkontakt.server.kontaktinformation.Destinations;
import dk.borgerkontakt.server.kontaktinformation.KontaktdataNormaliser;
import dk.borgerkontakt.server.kontaktinformation.KontaktinformationService;
import dk.borgerkontakt.server.kontaktinformation.LookupService;
import dk.borgerkontakt.server.management.DatabaseWatch;
import dk.borgerkontakt.server.management.HealthCheck;
import dk.borgerkontakt.server.management.MessageMetrics;
import dk.borgerkontakt.server.management.OutboxWatch;
import dk.borgerkontakt.server.management.RequestMetrics;
import dk.borgerkontakt.server.operations.KontaktinformationResource;
import dk.borgerkontakt.server.outbox.AddressHash;
import dk.borgerkontakt.server.outbox.Carrier;
import dk.borgerkontakt.server.outbox.Outbox;
import dk.borgerkontakt.server.problem.ProblemMapper;
import dk.borgerkontakt.server.problem.Problems;
import dk.borgerkontakt.server.telemetry.Counts;
import dk.borgerkontakt.server.telemetry.Tracing;
import dk.borgerkontakt.server.text.MessageTexts;
import dk.borgerkontakt.server.verifikation.Attempts;
import dk.borgerkontakt.server.verifikation.Budgets;
import dk.borgerkontakt.server.verifikation.CodeHash;
import dk.borgerkontakt.server.verifikation.CodeLimits;
import dk.borgerkontakt.server.verifikation.CodeSender;
import dk.borgerkontakt.server.verifikation.Outcome;
import dk.borgerkontakt.server.verifikation.Unpaid;
import dk.borgerkontakt.server.verifikation.Verifiable;
import dk.borgerkontakt.server.verifikation.VerifikationService;
import dk.borgerkontakt.server.write.WriteTransaction;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Puts the service together, in the order in which its parts need each other. */
final class Parts implements AutoCloseable {

  private final Settings settings;
  private final Clock clock;
  private final Contract contract;
  private final Database database;
  private final Outside outside;
  private final SecureRandom random = new SecureRandom();
  private final MeterRegistry registry;
  private final Tracing tracing;
  private final SharedCommit sharedCommit;
  private final KeyedHash keyedHash;
  private final AddressHash addressHash;
  private final MessageTexts texts;
  private final Outbox outbox;
  private final Auditor auditor;
  private final OutboxWorkers outboxWorkers;
  private final DatabaseWatch databaseWatch;
  private final OutboxWatch outboxWatch;
  private final Housekeeping housekeeping;
  private final JerseyApplication application;

  Parts(
      Settings settings,
      Clock clock,
      Contract contract,
      Database database,
      Outside outside,
      MeterRegistry registry,
      Tracing tracing) {
    this.settings = settings;
    this.clock = clock;
    this.contract = contract;
    this.database = database;
    this.outside = outside;
    this.registry = registry;
    this.tracing = tracing;
    texts = MessageTexts.load(settings.messages().texts());
    KeyFolder keys = new KeyFolder(settings.keysDir());
    keyedHash = keys.keyedHash();
    addressHash = new AddressHash(keyedHash);
    outbox = new Outbox(keys.secret("outbox", Outbox.ALGORITHM), random);
    sharedCommit = new SharedCommit(database, registry);
    auditor = new Auditor(database, sharedCommit, new AuditHash(keyedHash), clock, tracing);
    outboxWorkers = outboxWorkers();
    housekeeping = new Housekeeping(database, registry, settings.messages().kept(), clock);
    databaseWatch = new DatabaseWatch(database);
    outboxWatch = new OutboxWatch(database, clock);
    application = application();
    measure();
  }

  private void measure() {
    database.measure(registry);
    outside.tokenVerifier().measure(registry);
    outboxWatch.measure(registry);
    MessageMetrics.watch(outboxWorkers, registry);
  }

  private OutboxWorkers outboxWorkers() {
    UnreachableAddress unreachable = new UnreachableAddress(addressHash, auditor, clock);
    Tally tally = new Tally();
    Ledger ledger = new Ledger(database, unreachable, tally, clock);
    MessageMetrics.count(tally, registry);
    List<Carrier> carriers =
        outside.carriers().apply(ledger).stream()
            .map(carrier -> TracedSender.around(carrier, tracing, outbox.traces()))
            .toList();
    return new OutboxWorkers(carriers, database, outbox, ledger, tally, clock, random);
  }

  private JerseyApplication application() {
    AccessRows rows = new AccessRows(contract);
    Today today = new Today(clock, settings.timeZone());
    AccessRule accessRule = new AccessRule(rows, today, contract.limits().formerDays());
    List<Object> resources = new ArrayList<>(outside.resources());
    resources.add(new ContractFiles());
    resources.add(new Pages());
    resources.add(resource(accessRule, today));
    return new JerseyApplication(
        contract,
        gate(rows, today, accessRule),
        new ProblemMapper(new Problems(contract), auditor),
        new RequestMetrics(registry, contract),
        tracing,
        resources);
  }

  private Gate gate(AccessRows rows, Today today, AccessRule accessRule) {
    return new Gate(
        contract,
        new TokenCheck(outside.tokenVerifier(), certificateBinding(), registry),
        new CallLimit(settings.requestsPerSecond()),
        new OrganisationCheck(database, contract, rows, today),
        new FormCheck(new ParameterForm(contract.cprForm()), new BodyForm()),
        new AccessCheck(database, accessRule));
  }

  private CertificateBinding certificateBinding() {
    TlsSettings tls = settings.tls();
    return new CertificateBinding(tls != null && tls.boundTokensOnly());
  }

  private KontaktinformationResource resource(AccessRule accessRule, Today today) {
    WriteTransaction writes =
        new WriteTransaction(
            database, auditor, clock, contract.limits().requestIdRemembered(), tracing);
    KontaktdataNormaliser normaliser = new KontaktdataNormaliser(contract);
    Budgets budgets = budgets(today);
    ChangeNotice notice = changeNotice(budgets);
    return new KontaktinformationResource(
        new KontaktinformationService(database, writes, normaliser, notice, auditor, clock),
        new LookupService(database, normaliser, accessRule, auditor),
        verifikation(writes, budgets));
  }

  private Budgets budgets(Today today) {
    MessageSettings.Limits limits = settings.messages().limits();
    return new Budgets(
        limits,
        new Destinations(limits.countryCodes()),
        today,
        new Counts<>(registry, "verification.refused", "reason", Unpaid.class));
  }

  private ChangeNotice changeNotice(Budgets budgets) {
    return new ChangeNotice(
        settings.messages(), contract, texts, addressHash, budgets::pays, outbox, clock);
  }

  private VerifikationService verifikation(WriteTransaction writes, Budgets budgets) {
    CodeHash hash = new CodeHash(keyedHash, addressHash);
    Counts<Outcome> outcomes =
        new Counts<>(registry, "verification.codes", "outcome", Outcome.class);
    Verifiable verifiable = new Verifiable(contract);
    CodeLimits limits = new CodeLimits(settings.verification(), hash, outcomes, clock);
    return new VerifikationService(
        writes,
        verifiable,
        limits,
        budgets,
        new CodeSender(settings.verification(), hash, texts, outbox, random, clock),
        new Attempts(verifiable, limits, hash, outcomes, clock),
        outcomes);
  }

  JerseyApplication webApplication() {
    return application;
  }

  /** What decides whether this copy can serve. */
  List<HealthCheck> healthChecks() {
    List<HealthCheck> checks = new ArrayList<>(databaseWatch.checks());
    checks.add(outboxWatch);
    return checks;
  }

  /** Begins the work that no request asks for. */
  void start() {
    databaseWatch.start();
    outboxWatch.start();
    outboxWorkers.start();
    housekeeping.start();
  }

  @Override
  public void close() {
    housekeeping.close();
    outboxWorkers.close();
    sharedCommit.close();
    databaseWatch.close();
    outboxWatch.close();
    outside.close();
  }
}
