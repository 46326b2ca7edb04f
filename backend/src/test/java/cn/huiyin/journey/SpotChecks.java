package cn.huiyin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.journey.People.Person;
import cn.huiyin.journey.People.Said;
import cn.huiyin.oversight.DrawKeeper;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.http.HttpMethod;

/** Visits that were drawn, and what a supervisor does with them. */
final class SpotChecks {

    static final String DRAWS = "/api/v1/spot-draws";
    static final String CHECKS = "/api/v1/spot-checks";
    static final String RECTIFICATIONS = "/api/v1/rectifications";

    private final People people;
    private final Homes homes;
    private final DrawKeeper keeper;

    SpotChecks(People people, Homes homes, DrawKeeper keeper) {
        this.people = people;
        this.homes = homes;
        this.keeper = keeper;
    }

    /** A visit of this month, and the clock behind the day of its draw. */
    YearMonth drawn() {
        keeper.keep().block(Duration.ofSeconds(30));
        Said kept = homes.kept(homes.tried(homes.begun(), "NOBODY_HOME"));
        YearMonth month =
                YearMonth.from(OffsetDateTime.parse(kept.text("at")).atZoneSameInstant(ZoneId.of("Asia/Shanghai")));
        OffsetDateTime draws = OffsetDateTime.parse(draw(month).text("drawsAt"));
        people.advance(Duration.between(homes.now(), draws).plusMinutes(30));
        keeper.keep().block(Duration.ofSeconds(30));
        return month;
    }

    Said draw(YearMonth month) {
        return people.rehearsal(HttpMethod.GET, DRAWS + "/qinghe/" + month, null);
    }

    /** What was drawn in 听雨社区. */
    Said list(YearMonth month) {
        return people.rehearsal(HttpMethod.GET, DRAWS + "/qinghe/%s/qinghe-c1".formatted(month), null);
    }

    /** A visit that was drawn and is not as it was written down. */
    String found() {
        String visit = list(drawn()).body().at("/drawn/0").asString();
        moves(people.supervisor, visit, Map.of("move", "ASSIGN"));
        Said found = moves(
                people.supervisor,
                visit,
                Map.of(
                        "move", "REPORT",
                        "askedBy", "PHONE",
                        "recorded", "WRONG",
                        "followed", "NONE",
                        "entered", "OK",
                        "note", "住户说那天没有人来过"));
        assertThat(found.text("state")).isEqualTo("FINDINGS");
        return visit;
    }

    /** The number of a notice of what was found. */
    String issued(int days) {
        Said issued = people.supervisor.post(
                RECTIFICATIONS, Map.of("visitId", found(), "what", "请重新走访这一户，如实记录", "days", days));
        assertThat(issued.status()).as(issued.body().toString()).isEqualTo(201);
        return issued.text("no");
    }

    static Said moves(Person person, String visit, Map<String, ?> move) {
        String etag = String.valueOf(person.get(CHECKS + "/" + visit).headers().getETag());
        return person.change(CHECKS + "/" + visit + "/moves", move, etag);
    }

    static Said rectifies(Person person, String no, Map<String, ?> move) {
        String etag =
                String.valueOf(person.get(RECTIFICATIONS + "/" + no).headers().getETag());
        return person.change(RECTIFICATIONS + "/" + no + "/moves", move, etag);
    }
}
