package cn.huiyin.infra;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.rehearsal.StoreTest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * What a city shards by: every table has its place in infra/citus/tables.csv, those that are spread by street carry it, and
 * every piece of SQL on them names it or stands in statements.csv with a reason. Whoever adds a table or a piece adds a line.
 */
@StoreTest
class ShardingTest {

    private static final Set<String> REASONS =
            Set.of("KEY", "PERSON", "QUEUE", "RIGHTS", "BELOW", "COMPOSED", "FUNCTION");
    private static final Pattern PLACED =
            Pattern.compile("create_(?:distributed|reference)_table\\('(\\w+)'(?:, '(\\w+)')?");

    private final DatabaseClient database;

    ShardingTest(DatabaseClient database) {
        this.database = database;
    }

    @Test
    void everyTableHasItsPlace() {
        assertThat(tables().keySet())
                .as("each table has its line in infra/citus/tables.csv")
                .isEqualTo(new TreeSet<>(ask("""
                SELECT c.relname
                  FROM pg_class c
                 WHERE c.relkind IN ('r', 'p')
                   AND c.relnamespace = 'public'::regnamespace
                   AND c.relname NOT LIKE 'rehearsal%'
                """)));
    }

    @Test
    void whatIsSpreadByStreetCarriesItsStreet() {
        assertThat(ask("""
                SELECT attrelid::regclass::text
                  FROM pg_attribute
                 WHERE attname = 'street'
                   AND attnotnull
                   AND atttypid = 'text'::regtype
                """)).containsAll(spreadByStreet());
    }

    /** What stands in the way today is listed too, and this list is true. */
    @Test
    void theKeysThatWouldHaveToChangeAreListed() {
        var withoutStreet = ask("""
                SELECT i.indrelid::regclass::text
                  FROM pg_index i
                 WHERE i.indisprimary
                   AND NOT EXISTS (SELECT
                                     FROM pg_attribute a
                                    WHERE a.attrelid = i.indrelid
                                      AND a.attnum = ANY (i.indkey)
                                      AND a.attname = 'street')
                """);
        tables().forEach((table, line) -> {
            if (line.get("how").equals("street")) {
                assertThat(line.get("key").equals("no street")).as(table).isEqualTo(withoutStreet.contains(table));
            }
        });
    }

    @Test
    void theStatementsForCitusSayTheSame() {
        var placed = PLACED.matcher(InfraFolder.text("citus/distribute.sql"))
                .results()
                .collect(Collectors.toMap(
                        found -> found.group(1), found -> found.group(2) == null ? "reference" : found.group(2)));
        var listed = new TreeMap<String, String>();
        tables().forEach((table, line) -> {
            if (!line.get("how").equals("local")) {
                listed.put(table, line.get("how").equals("person") ? placed.getOrDefault(table, "") : line.get("how"));
            }
        });
        assertThat(placed).isEqualTo(listed);
    }

    @Test
    void everyStatementNamesItsStreetOrSaysWhyNot() {
        var statements = new Statements(spreadByStreet()).ofTheProgram();
        functions().forEach(function -> statements.ofFunction(function.getKey(), function.getValue()));
        var listed = new TreeMap<String, String>();
        for (var line : lines("citus/statements.csv")) {
            assertThat(REASONS).contains(line.get("reason"));
            listed.put(line.get("where") + "," + line.get("table"), line.get("reason"));
        }
        var unlisted = new TreeSet<>(statements.withoutStreet());
        unlisted.removeAll(listed.keySet());
        assertThat(unlisted)
                .as("SQL without a street: name it, or add a line to infra/citus/statements.csv (reasons: %s)", REASONS)
                .isEmpty();
        listed.keySet().removeAll(statements.withoutStreet());
        assertThat(listed.keySet())
                .as("lines of infra/citus/statements.csv that are no longer true")
                .isEmpty();
    }

    private static Set<String> spreadByStreet() {
        return tables().entrySet().stream()
                .filter(table -> table.getValue().get("how").equals("street"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Map<String, String>> tables() {
        return lines("citus/tables.csv").stream()
                .collect(Collectors.toMap(line -> line.get("table"), line -> line, (one, two) -> one, TreeMap::new));
    }

    /** By the names of the first line; the last column may hold commas. */
    private static List<Map<String, String>> lines(String file) {
        var all = InfraFolder.text(file).lines().toList();
        var names = all.get(0).split(",");
        return all.stream()
                .skip(1)
                .map(line -> {
                    var words = Arrays.asList(line.split(",", names.length));
                    var map = new TreeMap<String, String>();
                    for (int at = 0; at < names.length; at++) {
                        map.put(names[at], words.get(at));
                    }
                    return (Map<String, String>) map;
                })
                .toList();
    }

    /** Those of our own, not of the extension btree_gist; read to the end before any is looked at, as demand in portions stood still once. */
    private List<Map.Entry<String, String>> functions() {
        return database.sql("""
                SELECT proname, prosrc
                  FROM pg_proc
                 WHERE pronamespace = 'public'::regnamespace
                   AND prosrc <> ''
                   AND proname NOT LIKE 'gbt\\_%'
                """)
                .map(row -> Map.entry(
                        String.valueOf(row.get("proname", String.class)),
                        String.valueOf(row.get("prosrc", String.class))))
                .all()
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private List<String> ask(String sql) {
        return database.sql(sql)
                .map(row -> String.valueOf(row.get(0, String.class)))
                .all()
                .collectList()
                .blockOptional()
                .orElseThrow();
    }
}
