package cn.huiyin.appointment.store;

import static java.util.Objects.requireNonNull;

import cn.huiyin.appointment.domain.State;
import cn.huiyin.appointment.store.Appointments.Document;
import cn.huiyin.community.PlacePath;
import cn.huiyin.identity.AccountId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lists of appointments, without their timelines. */
@Component
public class AppointmentLists {

    private static final String ITEM = """
            SELECT json_build_object(
                       'now', huiyin_now(),
                       'appointment', to_jsonb(a) || jsonb_build_object('booker', account_now(a.booker)),
                       'slot', to_json(s),
                       'ahead', (SELECT count(*)
                                   FROM visit_appointment w
                                  WHERE w.slot = a.slot
                                    AND w.state = 'WAITING'
                                    AND a.state = 'WAITING'
                                    AND w.queue < a.queue),
                       'marks', (SELECT json_object_agg(m.part, m.state)
                                   FROM content_mark m
                                  WHERE m.subject_kind = 'visit'
                                    AND m.subject_id = a.no))::text AS document
            """;

    /** What holds now: who still waits when it begins has waited in vain. */
    private static final String IN_STATE = """
            CASE WHEN a.state = 'WAITING' AND s.starts_at <= huiyin_now() THEN 'LAPSED' ELSE a.state END
                     = ANY (:states::text[])
            """;

    private static final String MINE = ITEM + """
              FROM visit_appointment a
              JOIN visit_slot s ON s.id = a.slot
             WHERE a.booker = ANY (account_ids(:booker))
               AND (:after = '0' OR a.no < :after)
               AND %s
             ORDER BY a.no DESC
             LIMIT :limit
            """.formatted(IN_STATE);

    private static final String DESK = ITEM + """
              FROM visit_slot s
              JOIN visit_appointment a ON a.slot = s.id
             WHERE (s.staff = :me OR s.community = ANY (:communities::text[]))
               AND (s.staff = :me OR EXISTS (SELECT FROM unnest(:reaches::text[]) AS reach WHERE starts_with(a.path, reach)))
               AND s.starts_at >= coalesce(:from::timestamptz, huiyin_now() - interval '1 day')
               AND s.starts_at < coalesce(:to::timestamptz, 'infinity')
               AND (s.starts_at, a.no) > (:at, :after)
               AND %s
             ORDER BY s.starts_at, a.no
             LIMIT :limit
            """.formatted(IN_STATE);

    private final DatabaseClient database;
    private final AppointmentJson json;

    public AppointmentLists(DatabaseClient database, AppointmentJson json) {
        this.database = database;
        this.json = json;
    }

    /**
     * How far somebody sees.
     *
     * @param me whose own appointments belong to the list, wherever they are
     * @param communities where to look
     * @param places whose residents' appointments are theirs to see
     */
    public record Reach(AccountId me, Collection<PlacePath> communities, Collection<PlacePath> places) {}

    /** Those of one person, the newest first, whatever account they were booked by. */
    public Mono<List<StoredAppointment>> mine(AccountId booker, Set<State> states, String after, int limit) {
        return read(database.sql(MINE).bind("booker", booker.value()).bind("after", after), states, limit);
    }

    public Mono<List<StoredAppointment>> desk(
            Reach reach,
            Set<State> states,
            @Nullable Instant from,
            @Nullable Instant to,
            Instant at,
            String after,
            int limit) {
        var query = database.sql(DESK)
                .bind("me", reach.me().value())
                .bind("communities", values(reach.communities()))
                .bind("reaches", values(reach.places()))
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("after", after);
        return read(bind(bind(query, "from", from), "to", to), states, limit);
    }

    private static DatabaseClient.GenericExecuteSpec bind(
            DatabaseClient.GenericExecuteSpec query, String name, @Nullable Instant moment) {
        return moment == null ? query.bindNull(name, String.class) : query.bind(name, moment.toString());
    }

    private Mono<List<StoredAppointment>> read(DatabaseClient.GenericExecuteSpec query, Set<State> states, int limit) {
        return query.bind("states", states.stream().map(State::name).toArray(String[]::new))
                .bind("limit", limit)
                .map(row -> json.read(requireNonNull(row.get("document", String.class)), Document.class)
                        .stored())
                .all()
                .collectList();
    }

    private static String[] values(Collection<PlacePath> paths) {
        return paths.stream().map(PlacePath::value).toArray(String[]::new);
    }
}
