package cn.huiyin.privacy;

import cn.huiyin.privacy.spi.PersonalData;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Personal data of a module that lie open in its tables: told by one statement, forgotten by a few. */
public final class PersonalRows implements PersonalData {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, Object>> DOCUMENT = new TypeReference<>() {};

    private final DatabaseClient database;
    private final Told told;

    public PersonalRows(DatabaseClient database, Told told) {
        this.database = database;
        this.told = told;
    }

    /**
     * What is told and what is done.
     *
     * @param export a statement with {@code :account} that gives one JSON object as text
     * @param erasures statements with {@code :account}; twice the same as once
     * @param sentences for the person: what is gone, what is kept
     */
    public record Told(String section, int turn, String export, List<String> erasures, List<String> sentences) {}

    @Override
    public String section() {
        return told.section();
    }

    @Override
    public int turn() {
        return told.turn();
    }

    @Override
    public Mono<Map<String, Object>> export(long account) {
        return database.sql(told.export())
                .bind("account", account)
                .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                .one()
                .map(json -> JSON.readValue(json, DOCUMENT));
    }

    @Override
    public Mono<List<String>> erase(long account) {
        return Flux.fromIterable(told.erasures())
                .concatMap(sql -> database.sql(sql).bind("account", account).then())
                .then(Mono.just(told.sentences()));
    }
}
