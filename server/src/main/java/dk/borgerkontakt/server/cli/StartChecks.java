package dk.borgerkontakt.server.cli;

import dk.borgerkontakt.server.config.ConfigurationException;
import dk.borgerkontakt.server.config.ServiceSetting;
import dk.borgerkontakt.server.config.Settings;
import dk.borgerkontakt.server.config.identity.IdentitySetting;
import dk.borgerkontakt.server.config.identity.IdentitySettings;
import dk.borgerkontakt.server.config.messages.MessageSettings;
import dk.borgerkontakt.server.config.source.Endpoint;
import dk.borgerkontakt.server.config.tls.TlsSettings;
import dk.borgerkontakt.server.gateway.Gateways;
import dk.borgerkontakt.server.gateway.TrustedCertificates;
import dk.borgerkontakt.server.identity.ClientTable;
import dk.borgerkontakt.server.keys.PrivateFolder;
import dk.borgerkontakt.server.telemetry.Collector;
import dk.borgerkontakt.server.text.MessageTexts;
import dk.borgerkontakt.server.tls.LiveTls;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tries what a start needs of the machine, so that all that is missing can be told together. */
final class StartChecks {
  private final List<String> faults = new ArrayList<>();

  private StartChecks() {}

  /** Checks what every command needs: folders that can be written to. */
  static void checkFolders(Settings settings) {
    StartChecks checks = new StartChecks();
    checks.folders(settings);
    checks.tell();
  }

  /**
   * Checks what serving needs: the folders, both ports free, the certificate, and what messages are
   * made with.
   */
  static void checkAll(Settings settings, Clock clock) {
    StartChecks checks = new StartChecks();
    checks.folders(settings);
    checks.port(settings.http(), ServiceSetting.HTTP_HOST, ServiceSetting.HTTP_PORT);
    checks.port(
        settings.management(), ServiceSetting.MANAGEMENT_HOST, ServiceSetting.MANAGEMENT_PORT);
    checks.identity(settings.identity());
    checks.tls(settings.tls(), clock);
    checks.messages(settings.messages());
    checks.attempt(() -> Collector.tracing(settings.telemetry(), "").close());
    checks.tell();
  }

  private void folders(Settings settings) {
    folder(settings.dataDir(), ServiceSetting.DATA_DIR);
    if (!isMounted(settings.keysDir())) {
      folder(settings.keysDir(), ServiceSetting.KEYS_DIR);
    }
  }

  /**
   * Keys that an orchestrator hands out can't be written to; one that lacks is told when needed.
   */
  private static boolean isMounted(Path keys) {
    return Files.isDirectory(keys) && Files.isReadable(keys) && !Files.isWritable(keys);
  }

  private void folder(Path folder, ServiceSetting setting) {
    if (!isWritable(folder)) {
      faults.add(
          folder
              + " can't be made or written to; give this user the right, or choose another folder"
              + " with "
              + setting.key());
    }
  }

  private static boolean isWritable(Path folder) {
    try {
      return Files.isWritable(new PrivateFolder(folder).path(""));
    } catch (IOException e) {
      return false;
    }
  }

  private void port(Endpoint endpoint, ServiceSetting host, ServiceSetting port) {
    if (bind(endpoint.host(), 0) != null) {
      faults.add(
          endpoint.host() + " is no address of this machine; choose another with " + host.key());
      return;
    }
    String refused = bind(endpoint.host(), endpoint.port());
    if (refused != null) {
      String reason =
          refused.contains("ermission") ? "is not allowed for this user" : "is taken already";
      faults.add(
          "Port %d on %s %s; stop the other program or choose another port with %s"
              .formatted(endpoint.port(), endpoint.host(), reason, port.key()));
    }
  }

  private void identity(IdentitySettings settings) {
    attempt(() -> TrustedCertificates.of(settings.caFile(), IdentitySetting.CA_FILE));
    Path clients = settings.clientsFile();
    if (clients != null) {
      attempt(() -> ClientTable.load(clients, IdentitySetting.CLIENTS_FILE));
    }
  }

  private void tls(@Nullable TlsSettings settings, Clock clock) {
    if (settings != null) {
      attempt(() -> LiveTls.check(settings, clock));
    }
  }

  /** Read here too, where nothing is stored and nobody is called yet. */
  private void messages(MessageSettings settings) {
    attempt(() -> MessageTexts.load(settings.texts()));
    attempt(() -> Gateways.checkSms(settings));
    attempt(() -> Gateways.checkMail(settings));
  }

  private void attempt(Runnable reading) {
    try {
      reading.run();
    } catch (ConfigurationException e) {
      faults.addAll(e.faults());
    }
  }

  /** Why the port can't be opened, or null. */
  private static @Nullable String bind(String host, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(host, port));
      return null;
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private void tell() {
    if (!faults.isEmpty()) {
      throw new ConfigurationException(faults);
    }
  }
}
