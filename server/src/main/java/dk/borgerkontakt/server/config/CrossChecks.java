package dk.borgerkontakt.server.config;

import dk.borgerkontakt.server.config.IdentitySettings.Mode;
import java.util.EnumSet;
import java.util.Set;

/** What one setting demands of another. */
final class CrossChecks {
  private static final Set<Setting> OF_OIDC =
      EnumSet.of(Setting.IDENTITY_ISSUER, Setting.IDENTITY_AUDIENCE, Setting.IDENTITY_JWKS_URI);

  private final SettingValues values;

  CrossChecks(SettingValues values) {
    this.values = values;
  }

  void check(Settings settings) {
    checkPorts(settings);
    if (settings.identity().mode() == Mode.OIDC) {
      OF_OIDC.forEach(this::requireForOidc);
    } else if (!values.isFaulty(Setting.IDENTITY_MODE)) {
      OF_OIDC.forEach(this::refuseInSandbox);
      checkLoopback(Setting.HTTP_HOST, settings.http(), settings);
      checkLoopback(Setting.MANAGEMENT_HOST, settings.management(), settings);
    }
    if (values.given(Setting.DATABASE_URL) == null) {
      requireUrl(Setting.DATABASE_USER);
      requireUrl(Setting.DATABASE_PASSWORD);
    }
  }

  private void checkPorts(Settings settings) {
    boolean arePortsRead =
        !values.isFaulty(Setting.HTTP_PORT) && !values.isFaulty(Setting.MANAGEMENT_PORT);
    if (arePortsRead && settings.http().collidesWith(settings.management())) {
      values.addFault(
          Setting.MANAGEMENT_PORT,
          "is the same as " + Setting.HTTP_PORT.key() + "; give two different ports");
    }
  }

  private void requireForOidc(Setting setting) {
    if (values.given(setting) == null) {
      values.addFault(setting, "is needed in mode oidc; give " + setting.description());
    }
  }

  /** Somebody who names an issuer doesn't want the sandbox, where anybody can get a token. */
  private void refuseInSandbox(Setting setting) {
    if (values.given(setting) != null) {
      values.addFault(
          setting,
          "is not used in the sandbox; set "
              + Setting.IDENTITY_MODE.key()
              + "=oidc or take it out");
    }
  }

  private void checkLoopback(Setting host, Endpoint endpoint, Settings settings) {
    boolean isAllowed = endpoint.isLoopback() || settings.sandboxAllowRemote();
    if (!isAllowed && !values.isFaulty(host)) {
      values.addFault(
          host,
          "is no loopback address, and in the sandbox anybody can get a token; give 127.0.0.1, or"
              + " set borgerkontakt.sandbox.allow-remote=true");
    }
  }

  private void requireUrl(Setting setting) {
    if (values.given(setting) != null) {
      values.addFault(
          setting, "is given without " + Setting.DATABASE_URL.key() + "; give both or neither");
    }
  }
}
