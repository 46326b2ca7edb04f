package cn.huiyin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.journey.People.Person;
import cn.huiyin.journey.People.Said;
import cn.huiyin.oversight.DrawKeeper;
import cn.huiyin.rehearsal.HuiyinTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** A visit is drawn, anybody draws it again, a supervisor looks into it. */
@HuiyinTest
class SpotCheckJourneyTest {

    private static final String DRAWS = "/api/v1/spot-draws";
    private static final String CHECKS = "/api/v1/spot-checks";

    private final People people;
    private final Homes homes;
    private final DrawKeeper keeper;

    SpotCheckJourneyTest(WebTestClient client, DrawKeeper keeper) {
        this.people = new People(client);
        this.homes = new Homes(people);
        this.keeper = keeper;
    }

    /** A visit of this month, and the clock behind the day of its draw. */
    private YearMonth drawn() {
        keeper.keep().block(Duration.ofSeconds(30));
        Said kept = homes.kept(homes.tried(homes.begun(), "NOBODY_HOME"));
        YearMonth month = YearMonth.from(OffsetDateTime.parse(kept.text("at"))
                .atZoneSameInstant(java.time.ZoneId.of("Asia/Shanghai")));
        OffsetDateTime draws = OffsetDateTime.parse(one(month).text("drawsAt"));
        people.advance(Duration.between(homes.now(), draws).plusMinutes(30));
        keeper.keep().block(Duration.ofSeconds(30));
        return month;
    }

    private Said one(YearMonth month) {
        return people.rehearsal(
                org.springframework.http.HttpMethod.GET, DRAWS + "/qinghe/" + month, null);
    }

    @Test
    void aVisitIsDrawnAndAnybodyDrawsItAgainAndASupervisorLooksIntoIt() {
        YearMonth month = drawn();
        Said list = people.rehearsal(
                org.springframework.http.HttpMethod.GET, DRAWS + "/qinghe/%s/qinghe-c1".formatted(month), null);
        assertThat(list.status()).as(list.body().toString()).isEqualTo(200);
        assertThat(one(month).text("drawnAt")).isNotBlank();
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
        assertThat(people.supervisor.post(check + "/moves", Map.of("move", "ASSIGN")).status())
                .isEqualTo(428);

        Said assigned = moves(people.supervisor, visit, Map.of("move", "ASSIGN"));
        assertThat(assigned.status()).as(assigned.body().toString()).isEqualTo(200);
        assertThat(people.supervisor.change(check + "/moves", Map.of("move", "ASSIGN"), seen.headers().getETag()).status())
                .isEqualTo(412);
        Said half = moves(people.supervisor, visit, Map.of("move", "REPORT", "askedBy", "PHONE"));
        assertThat(half.text("code")).isEqualTo("INVALID_INPUT");
        assertThat(moves(people.supervisor, visit, Map.of("move", "TRY", "note", "打了三次电话没人接")).status())
                .isEqualTo(200);

        Said found = moves(
                people.supervisor,
                visit,
                Map.of(
                        "move", "REPORT", "askedBy", "IN_PERSON", "recorded", "WRONG", "followed", "NONE", "entered", "OK",
                        "note", "住户说那天没有人来过"));
        assertThat(found.text("state")).isEqualTo("FINDINGS");
        Said after = people.supervisor.get(check);
        assertThat(after.body().at("/history/0/note").asString()).isEqualTo("住户说那天没有人来过");
        assertThat(after.body().at("/findings/recorded").asString()).isEqualTo("WRONG");
        assertThat(after.body().get("moves")).isEmpty();
        assertThat(listed(visit)).isTrue();
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

    private Said moves(Person person, String visit, Map<String, ?> move) {
        String etag = String.valueOf(person.get(CHECKS + "/" + visit).headers().getETag());
        return person.change(CHECKS + "/" + visit + "/moves", move, etag);
    }

    @Test
    void whoeverIsNoSupervisorSeesNoChecksAndWrongWordsAreRefused() {
        assertThat(people.li.get(CHECKS).text("code")).isEqualTo("NOT_ALLOWED");
        assertThat(people.dispatcher.get(CHECKS).text("code")).isEqualTo("NOT_ALLOWED");
        assertThat(people.supervisor.get(CHECKS + "?place=nowhere").text("code")).isEqualTo("INVALID_INPUT");
        assertThat(people.supervisor.get(CHECKS + "?month=2026-13").text("code")).isEqualTo("INVALID_INPUT");
        assertThat(people.supervisor.get(CHECKS + "/no-such-visit").text("code")).isEqualTo("CHECK_NOT_FOUND");
        assertThat(people.supervisor.get(DRAWS + "/qinghe/2019-01").text("code")).isEqualTo("DRAW_NOT_FOUND");
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
