package cn.huiyin.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What an operator may rely on in the manifests and in the compose file; infra/kubernetes/validate holds them to the schemas. */
@SuppressWarnings("unchecked")
class ManifestsTest {

    private static final Pattern PATH = Pattern.compile("/actuator/health/(liveness|readiness)");

    private static List<Map<String, Object>> objects() {
        return InfraFolder.files("kubernetes", ".yaml").stream()
                .flatMap(InfraFolder::documents)
                .toList();
    }

    private static Map<String, Object> object(String kind) {
        return objects().stream()
                .filter(object -> kind.equals(object.get("kind")))
                .findFirst()
                .orElseThrow();
    }

    /** Down a path of keys and places in lists. */
    private static <T> T at(Object from, Object... path) {
        Object here = from;
        for (var step : path) {
            here = step instanceof Integer place
                    ? ((List<Object>) here).get(place)
                    : ((Map<String, Object>) here).get(step);
            assertThat(here).as("%s in %s", step, List.of(path)).isNotNull();
        }
        return (T) here;
    }

    @Test
    void everythingIsOursAndInOurNamespace() {
        assertThat(objects().stream()
                        .filter(object -> !Set.of("Namespace", "Kustomization").contains(object.get("kind"))))
                .isNotEmpty()
                .allSatisfy(object -> {
                    assertThat(ManifestsTest.<String>at(object, "metadata", "namespace"))
                            .isEqualTo("huiyin");
                    assertThat(ManifestsTest.<String>at(object, "metadata", "labels", "app.kubernetes.io/name"))
                            .isEqualTo("huiyin");
                });
    }

    @Test
    void aPodIsAskedAtEachStageOfItsLifeAndTakesNoMoreThanItsShare() {
        var pod = ManifestsTest.<Map<String, Object>>at(object("Deployment"), "spec", "template", "spec");
        var container = ManifestsTest.<Map<String, Object>>at(pod, "containers", 0);
        for (var probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            assertThat(PATH.matcher(at(container, probe, "httpGet", "path")).matches())
                    .isTrue();
            assertThat(ManifestsTest.<String>at(container, probe, "httpGet", "port"))
                    .isEqualTo("inside");
        }
        assertThat(ManifestsTest.<String>at(container, "livenessProbe", "httpGet", "path"))
                .endsWith("liveness");
        assertThat(ManifestsTest.<String>at(container, "readinessProbe", "httpGet", "path"))
                .endsWith("readiness");
        assertThat(ManifestsTest.<String>at(container, "resources", "limits", "memory"))
                .isNotBlank();
        assertThat(ManifestsTest.<String>at(container, "resources", "requests", "cpu"))
                .isNotBlank();
        assertThat(ManifestsTest.<Boolean>at(container, "securityContext", "readOnlyRootFilesystem"))
                .isTrue();
        assertThat(ManifestsTest.<Boolean>at(container, "securityContext", "allowPrivilegeEscalation"))
                .isFalse();
        assertThat(ManifestsTest.<Boolean>at(pod, "securityContext", "runAsNonRoot"))
                .isTrue();
        assertThat(ManifestsTest.<Boolean>at(pod, "automountServiceAccountToken"))
                .isFalse();
        assertThat(ManifestsTest.<List<Object>>at(pod, "topologySpreadConstraints"))
                .isNotEmpty();
    }

    /** preStop 10 s + 20 s for each of the phases of a graceful end, as application.yaml says. */
    @Test
    void whoStopsGracefullyIsNotKilledMidway() {
        var pod = ManifestsTest.<Map<String, Object>>at(object("Deployment"), "spec", "template", "spec");
        var sleep = ManifestsTest.<String>at(pod, "containers", 0, "lifecycle", "preStop", "exec", "command", 1);
        assertThat(ManifestsTest.<Integer>at(pod, "terminationGracePeriodSeconds"))
                .isGreaterThan(Integer.parseInt(sleep) + 40);
        for (var unit : List.of("one-machine/huiyin.service", "replicas/huiyin@.service")) {
            assertThat(InfraFolder.text(unit))
                    .contains("TimeoutStopSec=60s", "NoNewPrivileges=true", "ProtectSystem=strict");
        }
    }

    @Test
    void whoSelectsFindsThePods() {
        var labels =
                ManifestsTest.<Map<String, String>>at(object("Deployment"), "spec", "template", "metadata", "labels");
        assertThat(ManifestsTest.<Object>at(object("Deployment"), "spec", "selector", "matchLabels"))
                .isEqualTo(labels);
        assertThat(ManifestsTest.<Object>at(object("Service"), "spec", "selector"))
                .isEqualTo(labels);
        assertThat(ManifestsTest.<Object>at(object("PodDisruptionBudget"), "spec", "selector", "matchLabels"))
                .isEqualTo(labels);
        assertThat(ManifestsTest.<Object>at(object("NetworkPolicy"), "spec", "podSelector", "matchLabels"))
                .isEqualTo(labels);
        assertThat(ManifestsTest.<Integer>at(object("HorizontalPodAutoscaler"), "spec", "minReplicas"))
                .isGreaterThan(1);
    }

    /** A template holds places for secrets, never one. */
    @Test
    void noSecretLiesHere() {
        var secrets = objects().stream()
                .filter(object -> "Secret".equals(object.get("kind")))
                .flatMap(object -> ManifestsTest.<Map<String, String>>at(object, "stringData").values().stream())
                .toList();
        assertThat(secrets).isNotEmpty().allMatch(value -> value.matches("@[A-Z0-9_]+@"));
        assertThat(InfraFolder.text("one-machine/huiyin.env.template").lines())
                .filteredOn(line -> line.matches(".*(PASSWORD|SECRET|TOKEN|KEY)=.*"))
                .allMatch(line -> line.matches(".*=(@[A-Z_]+@)?"));
    }

    @Test
    void eachContainerOfTheComposeFileIsWatchedBoundedAndGetsOnlySecretsThatAreDeclared() {
        var compose = InfraFolder.documents(InfraFolder.path("compose/compose.yaml"))
                .findFirst()
                .orElseThrow();
        var services = ManifestsTest.<Map<String, Map<String, Object>>>at(compose, "services");
        var declared = ManifestsTest.<Map<String, Object>>at(compose, "secrets").keySet();
        assertThat(services).containsOnlyKeys("huiyin", "postgres", "backup", "redis", "nginx");
        services.forEach((name, service) -> {
            assertThat(service).as(name).containsKeys("mem_limit", "restart", "networks");
            assertThat(service.containsKey("healthcheck") || name.equals("huiyin"))
                    .as(name)
                    .isTrue();
            assertThat(secretsOf(service)).as(name).isSubsetOf(declared);
        });
        assertThat(InfraFolder.text("image/Dockerfile")).contains("HEALTHCHECK", "USER 10001:10001");
    }

    private static Set<String> secretsOf(Map<String, Object> service) {
        return ((List<Object>) service.getOrDefault("secrets", List.of()))
                .stream()
                        .map(secret -> secret instanceof Map<?, ?> of
                                ? String.valueOf(of.get("source"))
                                : String.valueOf(secret))
                        .collect(Collectors.toSet());
    }
}
