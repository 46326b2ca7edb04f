package cn.huiyin.community;

import cn.huiyin.snapshot.Edition;
import io.r2dbc.spi.Readable;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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

    private static final String TAKE = """
            SELECT community_take(:document::jsonb, :actor) AS removed
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

    /** Everything of these streets, in one statement; see the function. */
    Mono<CommunityImport.Imported> take(Atlas streets, long actor) {
        return database.sql(TAKE)
                .bind("document", json.writeValueAsString(rows(streets)))
                .bind("actor", actor)
                .map(row -> Objects.requireNonNull(row.get("removed", Integer.class)))
                .one()
                .map(removed -> new CommunityImport.Imported(
                        streets.places().size(), streets.units().size(), removed));
    }

    private static Map<String, Object> rows(Atlas streets) {
        return Map.of(
                "places", streets.places().stream().map(AtlasStore::row).toList(),
                "units", streets.units().stream().map(AtlasStore::row).toList());
    }

    private static Map<String, @Nullable Object> row(Place place) {
        var row = new HashMap<String, @Nullable Object>();
        row.put("id", place.id().value());
        row.put("kind", place.kind());
        row.put("parent", place.parent() == null ? null : place.parent().value());
        row.put("name", place.name());
        row.put("path", place.path().value());
        row.put("street", place.street().value());
        row.put("lng", place.at() == null ? null : place.at().lng());
        row.put("lat", place.at() == null ? null : place.at().lat());
        row.put("outline", place.outline() == null ? null : place.outline().pairs());
        return row;
    }

    private static Map<String, @Nullable Object> row(Unit unit) {
        var row = new HashMap<String, @Nullable Object>();
        row.put("id", unit.id().value());
        row.put("kind", unit.kind());
        row.put("name", unit.name());
        row.put("place_path", unit.serves().value());
        row.put("above", unit.above() == null ? null : unit.above().value());
        row.put("duties", unit.duties());
        return row;
    }
}
