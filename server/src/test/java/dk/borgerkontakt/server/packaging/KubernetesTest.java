package dk.borgerkontakt.server.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dk.borgerkontakt.server.config.ConfigurationFile;
import dk.borgerkontakt.server.config.Keys;
import dk.borgerkontakt.server.config.Settings;
import dk.borgerkontakt.server.config.SettingsReader;
import dk.borgerkontakt.server.config.ShutdownSettings;
import dk.borgerkontakt.server.config.source.Setting;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The manifests are Kubernetes's, belong together, and run the service within its promises. */
class KubernetesTest {
  private static final String SECRETS = "secrets.example.yaml";

  private final Deployment deployment = Manifests.read("deployment.yaml", Deployment.class);
  private final PodSpec pod = deployment.getSpec().getTemplate().getSpec();
  private final Container container = pod.getContainers().get(0);
  private final Map<String, String> labels =
      deployment.getSpec().getTemplate().getMetadata().getLabels();

  KubernetesTest() throws IOException {}

  @Test
  void everySelectorMeansTheCopies() throws IOException {
    PodDisruptionBudget budget =
        Manifests.read("disruption-budget.yaml", PodDisruptionBudget.class);
    NetworkPolicy policy = Manifests.read("network-policy.yaml", NetworkPolicy.class);
    Service service = Manifests.read("service.yaml", Service.class);

    assertThat(labels).isNotEmpty();
    assertThat(deployment.getSpec().getSelector().getMatchLabels()).isEqualTo(labels);
    assertThat(budget.getSpec().getSelector().getMatchLabels()).isEqualTo(labels);
    assertThat(policy.getSpec().getPodSelector().getMatchLabels()).isEqualTo(labels);
    assertThat(service.getSpec().getSelector()).isEqualTo(labels);
    assertThat(pod.getTopologySpreadConstraints())
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it.getLabelSelector().getMatchLabels()).isEqualTo(labels));
  }

  @Test
  void everyPortIsOneThatTheServiceOpens() throws IOException {
    Service service = Manifests.read("service.yaml", Service.class);
    NetworkPolicy policy = Manifests.read("network-policy.yaml", NetworkPolicy.class);

    assertThat(container.getPorts())
        .extracting(ContainerPort::getName, ContainerPort::getContainerPort)
        .containsExactly(
            tuple("http", settings().http().port()),
            tuple("management", settings().management().port()));
    assertThat(service.getSpec().getPorts())
        .extracting(it -> it.getTargetPort().getStrVal())
        .containsExactly("http");
    assertThat(policy.getSpec().getIngress())
        .flatExtracting(rule -> rule.getPorts())
        .extracting(it -> it.getPort().getStrVal())
        .containsExactly("http", "management");
    assertThat(List.of(container.getStartupProbe(), container.getReadinessProbe()))
        .allSatisfy(it -> assertThat(port(it)).isEqualTo("management"));
    assertThat(port(container.getLivenessProbe())).isEqualTo("management");
  }

  @Test
  void everyVolumeIsMountedAndTheOtherWayRound() {
    assertThat(container.getVolumeMounts())
        .extracting(VolumeMount::getName)
        .containsExactlyInAnyOrderElementsOf(
            pod.getVolumes().stream().map(Volume::getName).toList());
  }

  @Test
  void theSettingsAreThoseOfAnOperatorAndHaveNoFault() throws IOException {
    Settings settings = settings();

    assertThat(mount(settings.keysDir().toString()).getReadOnly()).isTrue();
    assertThat(mount(settings.dataDir().toString()).getReadOnly()).isNull();
    assertThat(container.getArgs()).hasSize(2).startsWith("--config");
    assertThat(mount(container.getArgs().get(1)).getName()).isEqualTo("settings");
    assertThat(secret().keySet())
        .isSubsetOf(Keys.all().stream().map(Setting::environmentName).toList());
  }

  @Test
  void aStoppedCopyHasTheTimeThatItsRequestsMayTake() throws IOException {
    ShutdownSettings shutdown = settings().shutdown();

    assertThat(shutdown.delay()).as("until nobody sends it requests").isPositive();
    assertThat(Duration.ofSeconds(pod.getTerminationGracePeriodSeconds()))
        .isGreaterThanOrEqualTo(shutdown.delay().plus(shutdown.grace()).plusSeconds(10));
  }

  @Test
  void keysAreMountedAsTheServiceTakesThem() throws IOException {
    Secret keys = Manifests.read(SECRETS, Secret.class, 1);
    Volume volume = volume("keys");

    assertThat(volume.getSecret().getSecretName()).isEqualTo(keys.getMetadata().getName());
    assertThat(volume.getSecret().getDefaultMode()).isEqualTo(0440);
    assertThat(keys.getData()).containsOnlyKeys("hmac.key", "outbox.key");
    assertThat(keys.getData().values())
        .allSatisfy(it -> assertThat(Base64.getDecoder().decode(it)).hasSize(32));
  }

  @Test
  void theCopiesMayDoNothingThatTheyNeedNot() {
    assertThat(pod.getAutomountServiceAccountToken()).isFalse();
    assertThat(pod.getEnableServiceLinks()).isFalse();
    assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
    assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
    assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
    assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
    assertThat(container.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
  }

  @Test
  void noCopyIsTakenAwayBeforeAnotherServes() {
    assertThat(deployment.getSpec().getReplicas()).isGreaterThanOrEqualTo(3);
    assertThat(deployment.getSpec().getStrategy().getRollingUpdate().getMaxUnavailable())
        .extracting(it -> it.getIntVal())
        .isEqualTo(0);
  }

  @Test
  void theSettingsFileIsTheOneOfTheKustomization() throws IOException {
    assertThat(Files.readString(Packaging.file("kubernetes/kustomization.yaml")))
        .contains("- name: " + volume("settings").getConfigMap().getName() + "\n")
        .contains("      - borgerkontakt.properties\n")
        .contains("- deployment.yaml", "- service.yaml", "- disruption-budget.yaml")
        .contains("- network-policy.yaml");
  }

  private static Settings settings() throws IOException {
    Map<String, String> file =
        ConfigurationFile.read(Packaging.file("kubernetes/borgerkontakt.properties"));
    return SettingsReader.read(file, secret(), Map.of());
  }

  private static Map<String, String> secret() throws IOException {
    return Manifests.read(SECRETS, Secret.class).getStringData();
  }

  private VolumeMount mount(String path) {
    return container.getVolumeMounts().stream()
        .filter(it -> it.getMountPath().equals(path))
        .findFirst()
        .orElseThrow(() -> new AssertionError("nothing is mounted at " + path));
  }

  private Volume volume(String name) {
    return pod.getVolumes().stream()
        .filter(it -> it.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String port(Probe probe) {
    return Objects.requireNonNull(probe.getHttpGet().getPort().getStrVal());
  }
}
