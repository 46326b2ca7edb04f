package cn.huiyin.community;

import cn.huiyin.snapshot.Edition;
import io.r2dbc.spi.Readable;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Remembers the places and units; hands them out as the document they could have come in. */
@Component
class AtlasStore {

    private static final String VERSION = "SELECT version FROM community_version";

    private static final String READ = """
            SELECT version,
                   jsonb_build_object(
                       'places', (SELECT coalesce(jsonb_agg(jsonb_build_object(
                                             'id', id, 'kind', kind, 'parent', parent, 'name', name,
                                             'lng', lng, 'lat', lat, 'outline', outline)
                                         ORDER BY street, rank), '[]')
                                    FROM place),
                       'units', (SELECT coalesce(jsonb_agg(jsonb_build_object(
                                            'id', unit.id, 'kind', unit.kind, 'name', unit.name,
                                            'serves', place.id, 'above', unit.above,
                                            'duties', (SELECT coalesce(jsonb_agg(category ORDER BY category), '[]')
                                                         FROM unit_duty
                                                        WHERE unit_id = unit.id))
                                        ORDER BY place.street, unit.rank), '[]')
                                   FROM unit
                                   JOIN place ON place.path = unit.place_path)
                   )::text AS document
              FROM community_version
            """;

    private final DatabaseClient database;
    private final JsonMapper json;

    AtlasStore(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    Mono<Long> version() {
        return database.sql(VERSION).map(row -> number(row, "version")).one();
    }

    Mono<Edition<Atlas>> read() {
        return database.sql(READ)
                .map(row -> new Edition<>(number(row, "version"), atlas(row)))
                .one();
    }

    private static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class));
    }

    private Atlas atlas(Readable row) {
        var document = Objects.requireNonNull(row.get("document", String.class));
        return AtlasReading.read(json.readValue(document, CommunityDocument.class));
    }
}
