package cn.huiyin.infra;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.identity.AccountId;
import cn.huiyin.messaging.AlwaysTrue;
import cn.huiyin.messaging.Delivery;
import cn.huiyin.messaging.Notice;
import cn.huiyin.messaging.Outbox;
import cn.huiyin.rehearsal.HuiyinTest;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/**
 * Every metric and label that an alert or a dashboard asks for is told by the running service. What only trouble brings
 * about, and no journey should, is held against the line of code that counts it.
 */
@HuiyinTest
class WhatIsWatchedTest {

    private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-zA-Z_:][\\w:]*)(?:\\{([^}]*)})? ");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"");

    /** Prometheus's own, and what it adds to each series. */
    private static final Set<String> OF_PROMETHEUS = Set.of("up");

    private static final Set<String> LABELS_OF_PROMETHEUS = Set.of("instance", "job", "le");

    /** Metric → where it is counted, and with which labels. */
    private static final Map<String, Counted> IN_TROUBLE_ONLY = Map.ofEntries(
            Map.entry(
                    "huiyin_messages_failed_total",
                    new Counted("messaging/delivery/Meters", "huiyin.messages.failed", "reason")),
            Map.entry(
                    "huiyin_messages_refused_total",
                    new Counted("messaging/delivery/Meters", "huiyin.messages.refused", "code")),
            Map.entry(
                    "huiyin_messages_put_off_total",
                    new Counted("messaging/delivery/Meters", "huiyin.messages.put.off")),
            Map.entry(
                    "huiyin_messages_alarms_total",
                    new Counted("messaging/delivery/Meters", "huiyin.messages.alarms", "kind")),
            Map.entry(
                    "huiyin_messages_quota_used",
                    new Counted("messaging/delivery/Meters", "huiyin.messages.quota.used", "channel")),
            Map.entry(
                    "huiyin_messages_grants_left",
                    new Counted("messaging/delivery/Meters", "huiyin.messages.grants.left", "template")),
            Map.entry(
                    "huiyin_wechat_alarms_total", new Counted("wechat/Alarms", "huiyin.wechat.alarms", "call", "code")),
            Map.entry(
                    "huiyin_wechat_pushes_total",
                    new Counted("wechat/push/PushMeters", "huiyin.wechat.pushes", "app", "kind", "what")),
            Map.entry(
                    "huiyin_content_verdicts_total",
                    new Counted("safety/ContentMeters", "huiyin.content.verdicts", "state", "label")),
            Map.entry(
                    "huiyin_turnstile_refused_total",
                    new Counted("identity/web/Turnstile", "huiyin.turnstile.refused", "kind")),
            Map.entry(
                    "huiyin_turnstile_alone_total",
                    new Counted("identity/store/Turns", "huiyin.turnstile.alone", "kind")));

    private record Counted(String where, String name, String... labels) {
        boolean isTrue() {
            var text = source();
            return Stream.concat(Stream.of(name), Stream.of(labels)).allMatch(word -> text.contains('"' + word + '"'));
        }

        private String source() {
            try {
                return Files.readString(Path.of("src/main/java/cn/huiyin", where + ".java"));
            } catch (IOException moved) {
                throw new UncheckedIOException(moved);
            }
        }
    }

    private final WebTestClient client;
    private final Outbox outbox;
    private final Delivery delivery;
    private final PrometheusMeterRegistry registry;

    WhatIsWatchedTest(WebTestClient client, Outbox outbox, Delivery delivery, PrometheusMeterRegistry registry) {
        this.client = client;
        this.outbox = outbox;
        this.delivery = delivery;
        this.registry = registry;
    }

    @Test
    void everyMetricAndLabelThatIsAskedForIsTold() {
        aMessageTravels();
        var told = told();
        var wrong = new TreeSet<String>();
        for (var watching : Watching.all()) {
            var asked = Promql.read(watching.expression());
            assertThat(asked.asked()).as(watching.where()).isNotEmpty();
            asked.asked().forEach((metric, labels) -> wrong.addAll(missing(watching, told, metric, labels)));
            var known = asked.asked().keySet().stream()
                    .flatMap(metric -> labelsOf(told, metric).stream())
                    .collect(Collectors.toSet());
            asked.grouped().stream()
                    .filter(label -> !known.contains(label) && !LABELS_OF_PROMETHEUS.contains(label))
                    .forEach(label -> wrong.add(watching.where() + " groups by " + label));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whatIsSaidToBeCountedInTroubleIsCountedThere() {
        assertThat(IN_TROUBLE_ONLY)
                .allSatisfy((metric, counted) ->
                        assertThat(counted.isTrue()).as(metric).isTrue());
    }

    private static Set<String> missing(
            Watching watching, Map<String, Set<String>> told, String metric, Set<String> labels) {
        if (OF_PROMETHEUS.contains(metric)) {
            return Set.of();
        }
        if (!told.containsKey(metric) && !IN_TROUBLE_ONLY.containsKey(metric)) {
            return Set.of(watching.where() + " asks for " + metric);
        }
        return labels.stream()
                .filter(label -> !labelsOf(told, metric).contains(label) && !LABELS_OF_PROMETHEUS.contains(label))
                .map(label -> watching.where() + " asks for " + metric + " by " + label)
                .collect(Collectors.toSet());
    }

    private static Set<String> labelsOf(Map<String, Set<String>> told, String metric) {
        var counted = IN_TROUBLE_ONLY.get(metric);
        return told.getOrDefault(metric, counted == null ? Set.of() : Set.of(counted.labels()));
    }

    /** Logs somebody in, and tells them something over WeChat. */
    private void aMessageTravels() {
        var session = client.post()
                .uri("/api/v1/sessions")
                .bodyValue(Map.of("code", UUID.randomUUID().toString()))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        var resident = Objects.requireNonNull(session).get("account").get("id").asLong();
        var no = "HYW" + UUID.randomUUID().toString().substring(0, 8);
        outbox.append(List.of(new Notice(
                        "TICKET_RECEIVED",
                        no + "/TICKET_RECEIVED",
                        "qinghe",
                        AlwaysTrue.KIND,
                        no,
                        new AccountId(resident),
                        null,
                        Map.of("no", no, "matter", "路灯不亮"))))
                .block();
        delivery.runUntilQuiet().block(HuiyinTest.UNTIL_QUIET);
    }

    /** Each metric as Prometheus would read it, with all labels that it comes with. */
    private Map<String, Set<String>> told() {
        var told = new HashMap<String, Set<String>>();
        SAMPLE.matcher(registry.scrape()).results().forEach(sample -> {
            var labels = told.computeIfAbsent(sample.group(1), name -> new TreeSet<>());
            if (sample.group(2) != null) {
                LABEL.matcher(sample.group(2)).results().forEach(label -> labels.add(label.group(1)));
            }
        });
        return told;
    }
}
