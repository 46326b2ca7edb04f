package cn.huiyin.journey;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Range;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

/** Looks for words in everything that lies somewhere: each column of each table, each key and value of Redis, each line of the log. */
final class RawScan {

    /** Columns that could hold words: text of any kind, documents, lists, and bytes. */
    private static final String COLUMNS = """
            SELECT c.table_name || '.' || c.column_name || '.' || c.data_type
              FROM information_schema.columns c
              JOIN information_schema.tables t USING (table_schema, table_name)
             WHERE table_schema = 'public'
               AND t.table_type = 'BASE TABLE'
               AND c.data_type NOT IN ('boolean', 'integer', 'smallint', 'date', 'timestamp with time zone',
                                       'time without time zone', 'tstzrange')
             ORDER BY 1
            """;

    private static final String FIND = """
            SELECT '%1$s.%2$s ' || w.planted AS found
              FROM (SELECT unnest(:words::text[]) AS planted) AS w
             WHERE EXISTS (SELECT FROM "%1$s" WHERE position(%4$s IN "%2$s"%3$s) > 0)
            """;

    private final DatabaseClient database;
    private final ReactiveStringRedisTemplate redis;
    private final ListAppender<ILoggingEvent> said = new ListAppender<>();

    RawScan(DatabaseClient database, ReactiveStringRedisTemplate redis) {
        this.database = database;
        this.redis = redis;
    }

    /** From now on: all loggers at their usual levels, and each refusal, so that there is something to look through. */
    void listen() {
        said.start();
        refusals().setLevel(Level.DEBUG);
        root().addAppender(said);
    }

    void listenNoMore() {
        root().detachAppender(said);
        refusals().setLevel(null);
    }

    private static Logger refusals() {
        return (Logger) LoggerFactory.getLogger("cn.huiyin.problem");
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    /** Such as {@code account_home.room 13900000000}, each place and word once. */
    List<String> tablesWith(Collection<String> words) {
        Map<String, List<String>> finds = new TreeMap<>();
        for (String column : all(COLUMNS)) {
            String[] part = column.split("\\.", 3);
            boolean bytes = part[2].equals("bytea");
            String find = FIND.formatted(
                    part[0], part[1], bytes ? "" : "::text", bytes ? "convert_to(w.planted, 'UTF8')" : "w.planted");
            finds.computeIfAbsent(part[0], table -> new ArrayList<>()).add(find);
        }
        return finds.values().stream()
                .flatMap(of -> found(String.join(" UNION ALL ", of), words).stream())
                .distinct()
                .sorted()
                .toList();
    }

    private List<String> found(String sql, Collection<String> words) {
        return Objects.requireNonNull(database.sql(sql)
                .bind("words", words.toArray(String[]::new))
                .mapValue(String.class)
                .all()
                .collectList()
                .block(Duration.ofSeconds(60)));
    }

    /** How many columns are looked through. */
    int columns() {
        return all(COLUMNS).size();
    }

    private List<String> all(String sql) {
        return Objects.requireNonNull(
                database.sql(sql).mapValue(String.class).all().collectList().block());
    }

    /** Keys whose name or value holds one of the words. */
    List<String> redisWith(Collection<String> words) {
        return Objects.requireNonNull(redis.scan()
                .flatMap(key -> valueOf(key).collectList().map(values -> key + " " + values), 4)
                .filter(line -> words.stream().anyMatch(line::contains))
                .collectList()
                .block(Duration.ofSeconds(60)));
    }

    private Flux<String> valueOf(String key) {
        return redis.type(key).flatMapMany(type -> switch (type) {
            case STRING -> redis.opsForValue().get(key).flux();
            case HASH -> redis.opsForHash().entries(key).map(Object::toString);
            case LIST -> redis.opsForList().range(key, 0, -1);
            case SET -> redis.opsForSet().members(key);
            case ZSET -> redis.opsForZSet().range(key, Range.unbounded());
            case STREAM -> redis.opsForStream().range(key, Range.unbounded()).map(Object::toString);
            default -> Flux.empty();
        });
    }

    int keys() {
        return Objects.requireNonNull(redis.scan().count().block(Duration.ofSeconds(30)))
                .intValue();
    }

    /** Lines of the log, with their stack traces, that hold one of the words. */
    List<String> logWith(Collection<String> words) {
        return List.copyOf(said.list).stream()
                .map(RawScan::line)
                .filter(line -> words.stream().anyMatch(line::contains))
                .collect(Collectors.toList());
    }

    int lines() {
        return said.list.size();
    }

    private static String line(ILoggingEvent event) {
        return event.getLoggerName() + " " + event.getFormattedMessage() + " " + event.getMDCPropertyMap()
                + (event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy()));
    }
}
