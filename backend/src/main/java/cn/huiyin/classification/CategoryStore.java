package cn.huiyin.classification;

import static java.util.Objects.requireNonNull;

import cn.huiyin.snapshot.Edition;
import io.r2dbc.spi.Readable;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Remembers the categories. */
@Component
class CategoryStore {

    private static final String VERSION = "SELECT version FROM category_version";

    private static final String READ = """
            SELECT version, code, parent, name, guide, urgency, handling, active
              FROM category, category_version
             ORDER BY rank
            """;

    private static final String KEEP = """
            WITH changed AS (
                UPDATE category_version
                   SET version = version + 1
            ), kept AS (
                INSERT INTO category (code, parent, name, guide, urgency, handling, active)
                VALUES (:code, :parent, :name, :guide, :urgency, :handling, :active)
                    ON CONFLICT (code) DO UPDATE
                   SET name = excluded.name, guide = excluded.guide, urgency = excluded.urgency,
                       handling = excluded.handling, active = excluded.active
                RETURNING code, name, active
            )
            SELECT audit_append(
                       'CATEGORY_CHANGED', :actor, code, json_build_object('active', active, 'name', name)::text)::text
              FROM kept
            """;

    private final DatabaseClient database;

    CategoryStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Long> version() {
        return database.sql(VERSION).map(CategoryStore::version).one();
    }

    Mono<Edition<Catalogue>> read() {
        return database.sql(READ)
                .map(row -> new Edition<>(version(row), category(row)))
                .all()
                .collectList()
                .filter(rows -> !rows.isEmpty())
                .map(CategoryStore::catalogue);
    }

    /** Kept, counted and audited in one statement. */
    Mono<Void> keep(Category category, long actor) {
        return database.sql(KEEP)
                .bind("code", category.code())
                .bind("parent", category.top())
                .bind("name", category.name())
                .bind("guide", category.guide())
                .bind("urgency", category.urgency().name())
                .bind("handling", category.handling().name())
                .bind("active", category.active())
                .bind("actor", actor)
                .then();
    }

    private static Edition<Catalogue> catalogue(List<Edition<Category>> rows) {
        return new Edition<>(
                rows.get(0).version(),
                new Catalogue(rows.stream().map(Edition::value).toList()));
    }

    private static long version(Readable row) {
        return requireNonNull(row.get("version", Long.class));
    }

    private static Category category(Readable row) {
        return new Category(
                text(row, "code"),
                row.get("parent", String.class),
                text(row, "name"),
                text(row, "guide"),
                Urgency.valueOf(text(row, "urgency")),
                HandlingKind.valueOf(text(row, "handling")),
                requireNonNull(row.get("active", Boolean.class)));
    }

    private static String text(Readable row, String column) {
        return requireNonNull(row.get(column, String.class));
    }
}
