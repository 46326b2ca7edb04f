package cn.huiyin.programme.store;

import static java.util.Objects.requireNonNull;

import cn.huiyin.programme.domain.Team;
import cn.huiyin.programme.domain.Team.Member;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Remembers the visiting team of each community. */
@Repository
public class Teams {

    private static final TypeReference<List<Member>> MEMBERS = new TypeReference<>() {};

    /** A first team takes the version 0 that nobody else has taken meanwhile. */
    private static final String SAVE = """
            INSERT INTO programme_team AS held (place, members, by)
            SELECT :place, :members::jsonb, :by
             WHERE :version = 0 OR EXISTS (SELECT FROM programme_team WHERE place = :place)
                ON CONFLICT (place) DO UPDATE
               SET members = EXCLUDED.members, by = EXCLUDED.by, at = huiyin_now(), version = held.version + 1
             WHERE held.version = :version
            RETURNING version
            """;

    private final DatabaseClient database;
    private final JsonMapper json = JsonMapper.builder().build();

    public Teams(DatabaseClient database) {
        this.database = database;
    }

    public record Stored(Team team, int version) {}

    /** Empty where the community has none. */
    public Mono<Stored> find(String place) {
        return database.sql("SELECT members::text AS members, version FROM programme_team WHERE place = :place")
                .bind("place", place)
                .map(row -> new Stored(
                        new Team(json.readValue(requireNonNull(row.get("members", String.class)), MEMBERS)),
                        requireNonNull(row.get("version", Integer.class))))
                .one();
    }

    /** Says the version it has from now on; empty where it is not {@code version} any more. */
    public Mono<Integer> save(String place, Team team, int version, long by) {
        return database.sql(SAVE)
                .bind("place", place)
                .bind("members", json.writeValueAsString(team.members()))
                .bind("version", version)
                .bind("by", by)
                .map(row -> requireNonNull(row.get("version", Integer.class)))
                .one();
    }
}
