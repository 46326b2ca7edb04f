package cn.huiyin.appointment.store;

import static java.util.Objects.requireNonNull;

import cn.huiyin.appointment.domain.Service;
import cn.huiyin.appointment.domain.Services;
import cn.huiyin.snapshot.Edition;
import io.r2dbc.spi.Readable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Remembers who can be booked. */
@Component
public class ServiceRows {

    private static final String VERSION = "SELECT sum(version)::bigint AS version FROM visit_service";

    private static final String READ = """
            SELECT json_build_object(
                       'version', (SELECT sum(version) FROM visit_service),
                       'services', (SELECT json_agg(to_json(s) ORDER BY s.rank) FROM visit_service s),
                       'needs', (SELECT json_agg(to_json(n) ORDER BY n.rank) FROM visit_need n))::text AS document
            """;

    private static final String KEEP = """
            WITH kept AS (
                INSERT INTO visit_service AS s (code, name, about, needs, active)
                VALUES (:code, :name, :about, :needs, :active)
                    ON CONFLICT (code) DO UPDATE
                   SET name = excluded.name, about = excluded.about, needs = excluded.needs,
                       active = excluded.active, version = s.version + 1
                RETURNING code, name, active
            )
            SELECT audit_append(
                       'VISIT_SERVICE_CHANGED', :actor, code, json_build_object('active', active, 'name', name)::text)::text
              FROM kept
            """;

    private final DatabaseClient database;
    private final AppointmentJson json;

    public ServiceRows(DatabaseClient database, AppointmentJson json) {
        this.database = database;
        this.json = json;
    }

    public Mono<Long> version() {
        return database.sql(VERSION)
                .map(row -> requireNonNull(row.get("version", Long.class)))
                .one();
    }

    public Mono<Edition<Services>> read() {
        return database.sql(READ).map(this::document).one().map(Document::edition);
    }

    private Document document(Readable row) {
        return json.read(requireNonNull(row.get("document", String.class)), Document.class);
    }

    private record Document(long version, List<Service> services, List<NeedRow> needs) {

        Edition<Services> edition() {
            Map<String, String> names = new LinkedHashMap<>();
            needs.forEach(need -> names.put(need.code(), need.name()));
            return new Edition<>(version, new Services(services, names));
        }
    }

    private record NeedRow(String code, String name) {}

    /** Kept and audited in one statement. */
    public Mono<Void> keep(Service service, long actor) {
        return database.sql(KEEP)
                .bind("code", service.code())
                .bind("name", service.name())
                .bind("about", service.about())
                .bind("needs", service.needs().toArray(String[]::new))
                .bind("active", service.active())
                .bind("actor", actor)
                .then();
    }
}
