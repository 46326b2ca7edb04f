package cn.huiyin.privacy;

import static java.util.Objects.requireNonNull;

import cn.huiyin.privacy.spi.SealedRows;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * A column of seals as most tables have one: found by the first characters of the seal, for which the table has an index
 * on {@code left(column, 6) COLLATE "C"}.
 */
public final class SealedColumn implements SealedRows {

    private static final String COUNT = """
            SELECT left(%2$s, 6) COLLATE "C" AS mark, count(*) AS fields
              FROM %1$s
             WHERE %2$s IS NOT NULL
             GROUP BY 1
            """;

    private static final String OTHERS = """
            (SELECT %3$s AS id, %2$s AS sealed FROM %1$s
              WHERE %2$s IS NOT NULL AND left(%2$s, 6) COLLATE "C" < :mark LIMIT :limit)
            UNION ALL
            (SELECT %3$s AS id, %2$s AS sealed FROM %1$s
              WHERE %2$s IS NOT NULL AND left(%2$s, 6) COLLATE "C" > :mark LIMIT :limit)
            LIMIT :limit
            """;

    private static final String REPLACE = """
            UPDATE %1$s
               SET %2$s = anew.fresh
              FROM unnest(:ids::text[], :old::text[], :fresh::text[]) AS anew (id, old, fresh)
             WHERE %4$s
               AND %2$s = anew.old
            """;

    private final DatabaseClient database;
    private final Table table;

    public SealedColumn(DatabaseClient database, Table table) {
        this.database = database;
        this.table = table;
    }

    /**
     * Where the seals are.
     *
     * @param id an SQL expression that makes the id of a row as text
     * @param match an SQL condition that finds the row of {@code anew.id} by its primary key
     * @param context what the seal of the row with this id is bound to
     */
    public record Table(String name, String column, String id, String match, Function<String, String> context) {}

    @Override
    public String column() {
        return table.name() + "." + table.column();
    }

    @Override
    public Mono<Map<String, Long>> countByKey() {
        return database.sql(sql(COUNT))
                .map(row -> Map.entry(
                        requireNonNull(row.get("mark", String.class)), requireNonNull(row.get("fields", Long.class))))
                .all()
                .collect(TreeMap<String, Long>::new, (all, one) -> all.put(one.getKey(), one.getValue()))
                .map(all -> all);
    }

    @Override
    public Mono<List<Row>> notSealedBy(String keyMark, int limit) {
        return database.sql(sql(OTHERS))
                .bind("mark", keyMark)
                .bind("limit", limit)
                .map(this::row)
                .all()
                .collectList();
    }

    private Row row(Readable row) {
        String id = requireNonNull(row.get("id", String.class));
        return new Row(id, table.context().apply(id), new Sealed(requireNonNull(row.get("sealed", String.class))));
    }

    @Override
    public Mono<Long> replace(List<Fresh> rows) {
        return database.sql(sql(REPLACE))
                .bind("ids", rows.stream().map(fresh -> fresh.row().id()).toArray(String[]::new))
                .bind(
                        "old",
                        rows.stream().map(fresh -> fresh.row().sealed().value()).toArray(String[]::new))
                .bind(
                        "fresh",
                        rows.stream().map(fresh -> fresh.sealed().value()).toArray(String[]::new))
                .fetch()
                .rowsUpdated();
    }

    private String sql(String pattern) {
        return pattern.formatted(table.name(), table.column(), table.id(), table.match());
    }
}
