package dk.borgerkontakt.server.config;

import dk.borgerkontakt.server.config.identity.IdentitySetting;
import dk.borgerkontakt.server.config.identity.IdentitySettings.Mode;
import dk.borgerkontakt.server.config.messages.MailSetting;
import dk.borgerkontakt.server.config.messages.MessageSetting;
import dk.borgerkontakt.server.config.messages.MessageSettings;
import dk.borgerkontakt.server.config.messages.SmsSetting;
import dk.borgerkontakt.server.config.source.Endpoint;
import dk.borgerkontakt.server.config.source.SettingValues;
import java.util.EnumSet;
import java.util.Set;

/** What one setting demands of another. */
final class CrossChecks {
  private static final Set<IdentitySetting> NEEDED_IN_OIDC =
      EnumSet.of(IdentitySetting.ISSUER, IdentitySetting.AUDIENCE);

  private static final Set<IdentitySetting> OF_OIDC =
      EnumSet.of(
          IdentitySetting.ISSUER,
          IdentitySetting.AUDIENCE,
          IdentitySetting.JWKS_URI,
          IdentitySetting.CA_FILE,
          IdentitySetting.ORG_TYPES,
          IdentitySetting.CLIENTS_FILE);

  private static final Set<ServiceSetting> OF_A_DATABASE =
      EnumSet.of(ServiceSetting.DATABASE_USER, ServiceSetting.DATABASE_PASSWORD);

  private static final String IN_OIDC = "in mode oidc";

  private static final String NOT_IN_SANDBOX =
      "is not used in the sandbox; set " + IdentitySetting.MODE.key() + "=oidc or take it out";

  private static final String WITHOUT_URL =
      "is given without " + ServiceSetting.DATABASE_URL.key() + "; give both or neither";

  private final SettingValues values;

  CrossChecks(SettingValues values) {
    this.values = values;
  }

  void check(Settings settings) {
    checkPorts(settings);
    if (settings.identity().mode() == Mode.OIDC) {
      NEEDED_IN_OIDC.forEach(setting -> values.required(setting, IN_OIDC));
      checkGateways(settings.messages());
    } else if (!values.isFaulty(IdentitySetting.MODE)) {
      // Somebody who names an issuer doesn't want the sandbox, where anybody can get a token.
      values.refuse(OF_OIDC, NOT_IN_SANDBOX);
      checkLoopback(ServiceSetting.HTTP_HOST, settings.http(), settings);
      checkLoopback(ServiceSetting.MANAGEMENT_HOST, settings.management(), settings);
      checkSandboxRecipients(settings.messages());
    }
    if (values.given(ServiceSetting.DATABASE_URL) == null) {
      values.refuse(OF_A_DATABASE, WITHOUT_URL);
    }
  }

  private void checkPorts(Settings settings) {
    boolean arePortsRead =
        !values.isFaulty(ServiceSetting.HTTP_PORT)
            && !values.isFaulty(ServiceSetting.MANAGEMENT_PORT);
    if (arePortsRead && settings.http().collidesWith(settings.management())) {
      values.addFault(
          ServiceSetting.MANAGEMENT_PORT,
          "is the same as " + ServiceSetting.HTTP_PORT.key() + "; give two different ports");
    }
  }

  /**
   * A code that is accepted must be able to reach its citizen, by the way that it was asked for.
   */
  private void checkGateways(MessageSettings messages) {
    values.required(MailSetting.HOST, IN_OIDC);
    values.required(SmsSetting.GATEWAY, IN_OIDC);
    if (!messages.sandboxRecipients().isEmpty()) {
      values.addFault(MessageSetting.SANDBOX_RECIPIENTS, "is for the sandbox alone; take it out");
    }
  }

  /** The sandbox's citizens have numbers that may be somebody's. */
  private void checkSandboxRecipients(MessageSettings messages) {
    boolean hasGateway = messages.mail() != null || messages.sms() != null;
    if (hasGateway && values.given(MessageSetting.SANDBOX_RECIPIENTS) == null) {
      values.addFault(
          MessageSetting.SANDBOX_RECIPIENTS,
          "is needed for a gateway in the sandbox; give the numbers and addresses that it may"
              + " send to");
    }
  }

  private void checkLoopback(ServiceSetting host, Endpoint endpoint, Settings settings) {
    boolean isAllowed = endpoint.isLoopback() || settings.sandboxAllowRemote();
    if (!isAllowed && !values.isFaulty(host)) {
      values.addFault(
          host,
          "is no loopback address, and in the sandbox anybody can get a token; give 127.0.0.1, or"
              + " set borgerkontakt.sandbox.allow-remote=true");
    }
  }
}
