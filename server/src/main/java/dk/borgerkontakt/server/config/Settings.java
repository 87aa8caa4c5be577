package dk.borgerkontakt.server.config;

import dk.borgerkontakt.server.config.identity.IdentitySettings;
import dk.borgerkontakt.server.config.messages.MessageSettings;
import dk.borgerkontakt.server.config.source.Endpoint;
import dk.borgerkontakt.server.config.telemetry.TelemetrySettings;
import dk.borgerkontakt.server.config.tls.TlsSettings;
import java.nio.file.Path;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/**
 * The whole configuration, checked: paths are absolute, numbers and durations within their bounds.
 * Made by {@link SettingsReader}; {@link Keys} says what each value means. Its text holds no
 * secret.
 *
 * @param tls null: the public port speaks plain HTTP
 */
public record Settings(
    Endpoint http,
    @Nullable TlsSettings tls,
    Endpoint management,
    ShutdownSettings shutdown,
    Path dataDir,
    DatabaseSettings database,
    IdentitySettings identity,
    Path keysDir,
    VerificationSettings verification,
    int requestsPerSecond,
    MessageSettings messages,
    ZoneId timeZone,
    boolean sandboxAllowRemote,
    Level logLevel,
    LogFormat logFormat,
    TelemetrySettings telemetry) {}
