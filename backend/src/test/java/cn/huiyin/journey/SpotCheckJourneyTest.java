package cn.huiyin.journey;

import static cn.huiyin.journey.SpotChecks.CHECKS;
import static cn.huiyin.journey.SpotChecks.DRAWS;
import static cn.huiyin.journey.SpotChecks.RECTIFICATIONS;
import static cn.huiyin.journey.SpotChecks.moves;
import static cn.huiyin.journey.SpotChecks.rectifies;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.journey.People.Person;
import cn.huiyin.journey.People.Said;
import cn.huiyin.oversight.DrawKeeper;
import cn.huiyin.rehearsal.HuiyinTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** A visit is drawn, anybody draws it again, a supervisor looks into it. */
@HuiyinTest
class SpotCheckJourneyTest {

    private final People people;
    private final Homes homes;
    private final SpotChecks checks;

    SpotCheckJourneyTest(WebTestClient client, DrawKeeper keeper) {
        this.people = new People(client);
        this.homes = new Homes(people);
        this.checks = new SpotChecks(people, homes, keeper);
    }

    @Test
    void aVisitIsDrawnAndAnybodyDrawsItAgainAndASupervisorLooksIntoIt() {
        YearMonth month = checks.drawn();
        Said list = checks.list(month);
        assertThat(list.status()).as(list.body().toString()).isEqualTo(200);
        assertThat(checks.draw(month).text("drawnAt")).isNotBlank();
        assertThat(people.li
                        .get(DRAWS + "?street=qinghe&size=100")
                        .body()
                        .get("items")
                        .valueStream()
                        .map(draw -> draw.get("month").asString()))
                .contains(month.toString());
        assertThat(redraw(list.body().toString())).as("as published").isZero();
        String tampered = list.body().toString().replaceFirst("\"drawn\":\\[\"[^\"]*", "\"drawn\":[\"another-visit");
        assertThat(redraw(tampered)).as("tampered with").isNotZero();

        String visit = list.body().at("/drawn/0").asString();
        theSupervisorFinds(visit);
    }

    private void theSupervisorFinds(String visit) {
        String check = CHECKS + "/" + visit;
        assertThat(people.gridWorker.get(check).status()).isEqualTo(404);
        Said seen = people.supervisor.get(check);
        assertThat(seen.text("state")).isEqualTo("DRAWN");
        assertThat(people.supervisor
                        .post(check + "/moves", Map.of("move", "ASSIGN"))
                        .status())
                .isEqualTo(428);

        Said assigned = moves(people.supervisor, visit, Map.of("move", "ASSIGN"));
        assertThat(assigned.status()).as(assigned.body().toString()).isEqualTo(200);
        assertThat(people.supervisor
                        .change(
                                check + "/moves",
                                Map.of("move", "ASSIGN"),
                                seen.headers().getETag())
                        .status())
                .isEqualTo(412);
        Said half = moves(people.supervisor, visit, Map.of("move", "REPORT", "askedBy", "PHONE"));
        assertThat(half.text("code")).isEqualTo("INVALID_INPUT");
        assertThat(moves(people.supervisor, visit, Map.of("move", "TRY", "note", "打了三次电话没人接"))
                        .status())
                .isEqualTo(200);

        Said found = moves(
                people.supervisor,
                visit,
                Map.of(
                        "move",
                        "REPORT",
                        "askedBy",
                        "IN_PERSON",
                        "recorded",
                        "WRONG",
                        "followed",
                        "NONE",
                        "entered",
                        "OK",
                        "note",
                        "住户说那天没有人来过"));
        assertThat(found.text("state")).isEqualTo("FINDINGS");
        Said after = people.supervisor.get(check);
        assertThat(after.body().at("/history/0/note").asString()).isEqualTo("住户说那天没有人来过");
        assertThat(after.body().at("/findings/recorded").asString()).isEqualTo("WRONG");
        assertThat(after.body().get("moves")).isEmpty();
        assertThat(listed(visit)).isTrue();
        theCommunityPutsItRight(visit);
    }

    private void theCommunityPutsItRight(String visit) {
        Person community = people.person("demo-dispatcher-c1");
        Map<String, String> notice = Map.of("visitId", visit, "what", "请重新走访这一户，如实记录");
        String key = java.util.UUID.randomUUID().toString();
        Said issued = people.supervisor.postOnce(RECTIFICATIONS, key, notice);
        assertThat(issued.status()).as(issued.body().toString()).isEqualTo(201);
        assertThat(people.supervisor.postOnce(RECTIFICATIONS, key, notice).body())
                .isEqualTo(issued.body());
        assertThat(people.supervisor.post(RECTIFICATIONS, notice).text("code")).isEqualTo("ALREADY_ISSUED");
        String no = issued.text("no");
        assertThat(community
                        .get(RECTIFICATIONS + "?place=qinghe-c1&size=1")
                        .body()
                        .at("/items/0/no")
                        .asString())
                .isEqualTo(no);
        assertThat(people.li.get(RECTIFICATIONS + "/" + no).text("code")).isEqualTo("RECTIFICATION_NOT_FOUND");
        assertThat(community
                        .get(RECTIFICATIONS + "/" + no)
                        .body()
                        .at("/deadline/state")
                        .asString())
                .isEqualTo("RUNNING");

        assertThat(rectifies(people.supervisor, no, Map.of("move", "ANSWER", "note", "好"))
                        .text("code"))
                .isEqualTo("NOT_ALLOWED");
        assertThat(rectifies(community, no, Map.of("move", "ANSWER")).text("code"))
                .isEqualTo("INVALID_INPUT");
        assertThat(rectifies(community, no, Map.of("move", "ANSWER", "note", "已经改了"))
                        .text("state"))
                .isEqualTo("ANSWERED");
        assertThat(rectifies(people.supervisor, no, Map.of("move", "SEND_BACK", "note", "住户说还是没有人来"))
                        .text("state"))
                .isEqualTo("SENT_BACK");
        assertThat(rectifies(community, no, Map.of("move", "ANSWER", "note", "今天重新走访了"))
                        .text("state"))
                .isEqualTo("ANSWERED");
        assertThat(rectifies(people.supervisor, no, Map.of("move", "ACCEPT")).text("state"))
                .isEqualTo("ACCEPTED");

        Said after = community.get(RECTIFICATIONS + "/" + no);
        assertThat(after.body().at("/deadline/state").asString()).isEqualTo("MET");
        assertThat(after.body().get("timesBack").asInt()).isEqualTo(1);
        assertThat(after.body().get("history")).hasSize(5);
        assertThat(rectifies(people.supervisor, no, Map.of("move", "LOOK_BACK", "result", "HOLDS"))
                        .text("code"))
                .isEqualTo("RECTIFICATION_MOVE_REFUSED");
        assertThat(people.supervisor.get("/api/v1/look-backs").status()).isEqualTo(200);
    }

    @Test
    void figuresAreForWhoeverHoldsAPostOverThePlace() {
        homes.kept(homes.tried(homes.begun(), "NOBODY_HOME"));
        String span = "&from=%s&to=%s"
                .formatted(homes.now().toLocalDate().minusDays(2), homes.now().toLocalDate());
        Said seen = people.supervisor.get("/api/v1/visit-figures?place=qinghe" + span);
        assertThat(seen.status()).as(seen.body().toString()).isEqualTo(200);
        assertThat(seen.body().at("/figures/visits/nobodyHome").asInt()).isPositive();
        assertThat(seen.body().get("parts").size()).isGreaterThan(1);
        assertThat(people.gridWorker
                        .get("/api/v1/visit-figures?place=qinghe" + span)
                        .text("code"))
                .isEqualTo("OUT_OF_REACH");
        assertThat(people.li
                        .get("/api/v1/visit-figures?place=qinghe-c1-g1" + span)
                        .text("code"))
                .isEqualTo("OUT_OF_REACH");
        assertThat(people.supervisor
                        .get("/api/v1/visit-figures?place=qinghe&from=2026-11-31&to=2026-12-01")
                        .text("code"))
                .isEqualTo("INVALID_INPUT");
    }

    private boolean listed(String visit) {
        String cursor = "";
        while (true) {
            JsonNode page = people.supervisor
                    .get(CHECKS + "?place=qinghe-c1&state=FINDINGS&size=100" + cursor)
                    .body();
            for (JsonNode item : page.get("items")) {
                if (item.get("visitId").asString().equals(visit)) {
                    return true;
                }
            }
            if (page.get("nextCursor").isNull()) {
                return false;
            }
            cursor = "&cursor=" + page.get("nextCursor").asString();
        }
    }

    @Test
    void whoeverIsNoSupervisorSeesNoChecksAndWrongWordsAreRefused() {
        assertThat(people.li.get(CHECKS).text("code")).isEqualTo("NOT_ALLOWED");
        assertThat(people.dispatcher.get(CHECKS).text("code")).isEqualTo("NOT_ALLOWED");
        assertThat(people.supervisor.get(CHECKS + "?place=nowhere").text("code"))
                .isEqualTo("INVALID_INPUT");
        assertThat(people.supervisor.get(CHECKS + "?month=2026-13").text("code"))
                .isEqualTo("INVALID_INPUT");
        assertThat(people.supervisor.get(CHECKS + "/no-such-visit").text("code"))
                .isEqualTo("CHECK_NOT_FOUND");
        assertThat(people.supervisor.get(DRAWS + "/qinghe/2019-01").text("code"))
                .isEqualTo("DRAW_NOT_FOUND");
    }

    @Test
    void theShareIsNeverUnderATenthAndOnlyAnAdministratorChangesTheRules() {
        Said rules = people.li.get("/api/v1/oversight-rules");
        Map<String, Object> asked = new java.util.HashMap<>(Map.of(
                "share",
                9,
                "drawAfterDays",
                2,
                "checkWithin",
                10,
                "rectifyWithin",
                7,
                "rectifyAgain",
                3,
                "remindBefore",
                2,
                "streetAfter",
                3,
                "lookBackWithin",
                15));
        assertThat(people.admin.put("/api/v1/oversight-rules", asked).text("code"))
                .isEqualTo("INVALID_INPUT");
        asked.put("share", 10);
        assertThat(people.supervisor.put("/api/v1/oversight-rules", asked).text("code"))
                .isEqualTo("ADMIN_ONLY");
        assertThat(people.admin.put("/api/v1/oversight-rules", asked).text("code"))
                .isEqualTo("IF_MATCH_REQUIRED");
        assertThat(rules.body().get("share").asInt()).isEqualTo(10);
        assertThat(rules.body().get("rectifyWithin").asInt()).isEqualTo(7);
    }

    /** What {@code infra/spotcheck/redraw} answers. */
    private static int redraw(String published) {
        try {
            Path file = Files.writeString(Files.createTempFile("draw", ".json"), published);
            Path script = Path.of(Files.isDirectory(Path.of("../infra")) ? "../infra" : "infra", "spotcheck", "redraw");
            return new ProcessBuilder("bash", script.toString(), file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
