package cn.huiyin.household.store;

import static java.util.Objects.requireNonNull;

import cn.huiyin.household.domain.Change;
import cn.huiyin.household.store.Saving.Beside;
import cn.huiyin.household.store.Saving.NewHome;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ArrayNode;

/** Many homes in one statement. */
@Repository
public class Importing {

    private final DatabaseClient database;
    private final Saving saving;
    private final FileJson json;

    public Importing(DatabaseClient database, Saving saving, FileJson json) {
        this.database = database;
        this.saving = saving;
        this.json = json;
    }

    /** A home and what is known of it. */
    public record Opening(NewHome home, List<Change> changes) {}

    /** Keys of the rooms of a building that have their files. */
    public Mono<Set<String>> rooms(String building) {
        return database.sql("SELECT room_key FROM household WHERE building = :building")
                .bind("building", building)
                .map(row -> requireNonNull(row.get("room_key", String.class)))
                .all()
                .collect(HashSet<String>::new, Set::add)
                .map(rooms -> rooms);
    }

    /** All or none; false where one of the rooms got its file in between. */
    public Mono<Boolean> keep(List<Opening> openings, long by, @Nullable KeptAnswer repeat) {
        ArrayNode documents = json.mapper().createArrayNode();
        openings.forEach(
                opening -> documents.add(saving.opening(opening.home(), opening.changes(), by, Beside.NOTHING)));
        return database.sql("SELECT household_import(:documents::jsonb, :repeat::jsonb) AS kept")
                .bind("documents", documents.toString())
                .bind("repeat", Files.text(repeat == null ? null : json.mapper().writeValueAsString(repeat)))
                .map(row -> requireNonNull(row.get("kept", Boolean.class)))
                .one();
    }
}
