package cn.huiyin.appointment.store;

import static java.util.Objects.requireNonNull;

import cn.huiyin.appointment.domain.Policy;
import cn.huiyin.identity.AccountId;
import io.r2dbc.spi.Readable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Remembers the figures of booking: the one row of {@code visit_policy}. */
@Component
public class PolicyRow {

    private static final String READ = "SELECT to_json(p)::text AS policy FROM visit_policy p";

    /** Kept and audited in one statement. */
    private static final String KEEP = """
            WITH asked AS (SELECT jsonb_populate_record(NULL::visit_policy, :policy::jsonb) AS a),
                 kept AS (
                UPDATE visit_policy p
                   SET open_bookings = (a).open_bookings, no_shows = (a).no_shows, no_show_days = (a).no_show_days,
                       lead_minutes = (a).lead_minutes, cancel_minutes = (a).cancel_minutes,
                       near_minutes = (a).near_minutes, far_minutes = (a).far_minutes, waiting = (a).waiting,
                       move_up_minutes = (a).move_up_minutes, version = p.version + 1
                  FROM asked
                 WHERE p.version = (a).version
                RETURNING p.*
            )
            SELECT to_json(kept)::text AS policy,
                   audit_append('VISIT_POLICY_CHANGED', :actor, 'visit_policy', to_json(kept)::text)::text AS kept
              FROM kept
            """;

    private final DatabaseClient database;
    private final AppointmentJson json;

    public PolicyRow(DatabaseClient database, AppointmentJson json) {
        this.database = database;
        this.json = json;
    }

    public Mono<Policy> read() {
        return database.sql(READ).map(this::policy).one();
    }

    /** The next version; empty where somebody else made it first. */
    public Mono<Policy> keep(Policy policy, AccountId by) {
        return database.sql(KEEP)
                .bind("policy", json.write(policy))
                .bind("actor", by.value())
                .map(this::policy)
                .one();
    }

    private Policy policy(Readable row) {
        return json.read(requireNonNull(row.get("policy", String.class)), Policy.class);
    }
}
