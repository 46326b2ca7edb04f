package cn.huiyin.calendar.notice;

import cn.huiyin.calendar.DayKind;
import cn.huiyin.calendar.KnownNotices;
import cn.huiyin.calendar.ListedDay;
import cn.huiyin.calendar.WorkingCalendar;
import cn.huiyin.calendar.YearNotice;
import cn.huiyin.identity.AccountId;
import cn.huiyin.snapshot.Edition;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.ObjectMapper;

/** Remembers the notices. A database without any begins with those that came with the product. */
@Component
class Notices {

    private static final int FIRST_VERSION = 1;

    private final DatabaseClient database;
    private final ObjectMapper json;
    private final Map<Integer, YearNotice> known = KnownNotices.load();

    Notices(DatabaseClient database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    Mono<Long> version() {
        return database.sql("SELECT calendar_version()::bigint AS version")
                .map(row -> row.get("version", Long.class))
                .one();
    }

    /** The calendar as of the newest version, read in one statement so that it fits together. */
    Mono<WorkingCalendar> read() {
        return readKept().switchIfEmpty(Mono.defer(() -> bringKnown().then(readKept())));
    }

    Mono<Edition<WorkingCalendar>> edition() {
        return read().map(calendar -> new Edition<>(calendar.version(), calendar));
    }

    private Mono<WorkingCalendar> readKept() {
        return database.sql("""
                        WITH newest AS (
                            SELECT DISTINCT ON (year) year, version, source
                            FROM calendar_notice
                            ORDER BY year, version DESC
                        )
                        SELECT newest.year, newest.version, newest.source, day.date, day.kind, day.name
                        FROM newest
                        LEFT JOIN calendar_day day USING (year, version)
                        ORDER BY newest.year, day.date
                        """)
                .map(Line::of)
                .all()
                .collectList()
                .filter(lines -> !lines.isEmpty())
                .map(Notices::calendarOf);
    }

    private static WorkingCalendar calendarOf(List<Line> lines) {
        Map<Integer, List<ListedDay>> days = new TreeMap<>();
        Map<Integer, String> sources = new TreeMap<>();
        int version = 0;
        for (Line line : lines) {
            sources.put(line.year(), line.source());
            version = Math.max(version, line.version());
            if (line.day() != null) {
                days.computeIfAbsent(line.year(), year -> new ArrayList<>()).add(line.day());
            }
        }
        Map<Integer, YearNotice> notices = new TreeMap<>();
        sources.forEach((year, source) ->
                notices.put(year, new YearNotice(year, source, days.getOrDefault(year, List.of()))));
        return WorkingCalendar.of(notices, version);
    }

    /** All at once, so that nobody reads half of them. Of two replicas that start together, one finds them there. */
    private Mono<Void> bringKnown() {
        return insert(known.values(), FIRST_VERSION, AccountId.SYSTEM);
    }

    /**
     * Until the transaction ends, others read but nobody else imports: versions follow one upon the other. Who has to wait
     * too long, here or further on in the transaction, fails.
     */
    Mono<Void> lock() {
        return database.sql("SET LOCAL lock_timeout = '10s'")
                .then()
                .then(database.sql("LOCK TABLE calendar_notice IN SHARE ROW EXCLUSIVE MODE")
                        .then());
    }

    /** Keeps a notice beside the former ones, and so begins a version of the calendar; the newest of a year counts. */
    Mono<Void> keep(YearNotice notice, int version, AccountId by) {
        return insert(List.of(notice), version, by);
    }

    private Mono<Void> insert(Collection<YearNotice> notices, int version, AccountId by) {
        return database.sql("""
                        WITH given AS (
                            SELECT year, source, days
                            FROM jsonb_to_recordset(:notices::jsonb) AS notice (year integer, source text, days jsonb)
                        ),
                        kept AS (
                            INSERT INTO calendar_notice (year, version, source, imported_by)
                            SELECT year, :version, source, :by
                            FROM given
                            ON CONFLICT DO NOTHING
                            RETURNING year, version
                        )
                        INSERT INTO calendar_day (year, version, date, kind, name)
                        SELECT year, version, day.date, day.kind, day.name
                        FROM kept
                        JOIN given USING (year)
                        CROSS JOIN jsonb_to_recordset(days) AS day (date date, kind text, name text)
                        """)
                .bind("notices", json.writeValueAsString(notices))
                .bind("version", version)
                .bind("by", by.value())
                .then();
    }

    /** A row of the calendar: a notice, and one of its days if it has any. */
    private record Line(
            int year, int version, String source, @Nullable ListedDay day) {

        static Line of(Readable row) {
            return new Line(
                    row.get("year", Integer.class),
                    row.get("version", Integer.class),
                    row.get("source", String.class),
                    dayOf(row));
        }

        private static @Nullable ListedDay dayOf(Readable row) {
            LocalDate date = row.get("date", LocalDate.class);
            return date == null
                    ? null
                    : new ListedDay(
                            date, DayKind.valueOf(row.get("kind", String.class)), row.get("name", String.class));
        }
    }
}
