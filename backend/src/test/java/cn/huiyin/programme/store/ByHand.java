package cn.huiyin.programme.store;

import cn.huiyin.rehearsal.TestDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/** Homes and visits made by hand, for counting them. */
public final class ByHand {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final TestDatabase database;
    private int made;

    public ByHand(TestDatabase database) {
        this.database = database;
    }

    /** A home of this class in this building; says its id. */
    public String home(String building, String room, String kind, String status, LocalDate openedOn, String... tags) {
        String id = "home%06d".formatted(++made);
        String tagged = List.of(tags).stream().map(tag -> "'" + tag + "'").collect(Collectors.joining(", "));
        database.execute("""
                INSERT INTO household (id, building, path, room, room_key, status, class, tags, opened_on, touched_on,
                                       revised_on, revise_due, version)
                VALUES ('%1$s', '%2$s', '%2$s', '%3$s', '%3$s', '%5$s', '%4$s', ARRAY[%7$s]::text[], '%6$s', '%6$s', '%6$s', '%6$s', 1)
                """.formatted(id, building, room, kind, status, openedOn, tagged));
        return id;
    }

    public String home(String building, String room, String kind) {
        return home(building, room, kind, "OCCUPIED", LocalDate.of(2026, 1, 1));
    }

    public void becomes(String home, String column, String value) {
        database.execute("UPDATE household SET %s = '%s' WHERE id = '%s'".formatted(column, value, home));
    }

    public void visit(String home, LocalDate day, String way, String outcome) {
        visit(home, day.atTime(LocalTime.of(10, 0)).atZone(ZONE).toInstant(), way, outcome);
    }

    public void visit(String home, Instant at, String way, String outcome) {
        database.execute("""
                INSERT INTO visit_record (id, household, class, path, by, at, entered_at, entry_due_at, way, outcome)
                SELECT 'visit%1$06d', h.id, h.class, h.path, %1$d, '%2$s', '%2$s', '%2$s', '%3$s', '%4$s'
                  FROM household h
                 WHERE h.id = '%5$s'
                """.formatted(++made, at, way, outcome, home));
    }
}
