package cn.huiyin.household.store;

import static java.util.Objects.requireNonNull;

import cn.huiyin.household.HouseholdId;
import cn.huiyin.household.store.Saving.Proposed;
import cn.huiyin.privacy.Sealed;
import cn.huiyin.privacy.Vault;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What residents propose, sealed until staff look at it. */
@Repository
public class Proposals {

    private static final String COLUMNS = """
            SELECT p.id, p.household, p.path, h.room, p.by, p.at, p.nonce, p.sealed, p.state, p.answer, p.decided_at
              FROM household_proposal p
              JOIN household h ON h.id = p.household
            """;

    /** Those shown to staff are looks at the homes they are about. */
    private static final String OPEN = """
            WITH page AS (
                SELECT p.id, p.household, p.street, p.path, h.room, p.by, p.at, p.nonce, p.sealed, p.state, p.answer,
                       p.decided_at,
                       ARRAY(SELECT DISTINCT post.role
                               FROM unnest(:roles::text[], :places::text[]) AS post (role, place)
                              WHERE starts_with(p.path, post.place)
                              ORDER BY post.role) AS parts
                  FROM household_proposal p
                  JOIN household h ON h.id = p.household
                 WHERE p.state = 'OPEN'
                   AND p.id > :after
                   AND EXISTS (SELECT FROM unnest(:places::text[]) AS reach (place) WHERE starts_with(p.path, reach.place))
                 ORDER BY p.id
                 LIMIT :limit),
                 looked AS (
                INSERT INTO household_look (household, street, by, role, purpose, what)
                SELECT DISTINCT household, street, :by::bigint, array_to_string(parts, ' '), 'VERIFY', 'PROPOSAL'
                  FROM page)
            SELECT id, household, path, room, by, at, nonce, sealed, state, answer, decided_at
              FROM page
             ORDER BY id
            """;

    private final DatabaseClient database;
    private final Vault vault;
    private final HouseholdIds ids;

    public Proposals(DatabaseClient database, Vault vault, HouseholdIds ids) {
        this.database = database;
        this.vault = vault;
        this.ids = ids;
    }

    /**
     * A proposal.
     *
     * @param asked the changes as JSON; null where they were erased
     */
    public record Proposal(
            long id,
            HouseholdId household,
            String path,
            String room,
            long by,
            Instant at,
            @Nullable String asked,
            String state,
            @Nullable String answer) {}

    public Proposed sealed(long by, String asked) {
        String nonce = ids.word();
        return new Proposed(by, nonce, vault.seal(asked, context(nonce)).value());
    }

    /** Oldest first. */
    public Flux<Proposal> open(Reader reader, long after, int limit) {
        return database.sql(OPEN)
                .bind("roles", reader.roleArray())
                .bind("places", reader.placeArray())
                .bind("by", reader.account())
                .bind("after", after)
                .bind("limit", limit)
                .map(this::proposal)
                .all();
    }

    /** Those of a home, newest first, at most 50. */
    public Flux<Proposal> of(HouseholdId home) {
        return database.sql(COLUMNS + " WHERE p.household = :home ORDER BY p.id DESC LIMIT 50")
                .bind("home", home.value())
                .map(this::proposal)
                .all();
    }

    public Mono<Proposal> find(long id) {
        return database.sql(COLUMNS + " WHERE p.id = :id")
                .bind("id", id)
                .map(this::proposal)
                .one();
    }

    /** False where somebody decided it before. */
    public Mono<Boolean> refuse(long id, long by, String answer) {
        return database.sql("""
                        UPDATE household_proposal
                           SET state = 'REFUSED', decided_by = :by, decided_at = huiyin_now(), answer = :answer
                         WHERE id = :id AND state = 'OPEN'
                        """)
                .bind("id", id)
                .bind("by", by)
                .bind("answer", answer)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private Proposal proposal(Readable row) {
        String sealed = row.get("sealed", String.class);
        String nonce = requireNonNull(row.get("nonce", String.class));
        return new Proposal(
                requireNonNull(row.get("id", Long.class)),
                new HouseholdId(requireNonNull(row.get("household", String.class))),
                requireNonNull(row.get("path", String.class)),
                requireNonNull(row.get("room", String.class)),
                requireNonNull(row.get("by", Long.class)),
                requireNonNull(row.get("at", OffsetDateTime.class)).toInstant(),
                sealed == null ? null : vault.open(new Sealed(sealed), context(nonce)),
                requireNonNull(row.get("state", String.class)),
                row.get("answer", String.class));
    }

    static String context(String nonce) {
        return "household-proposal/" + nonce;
    }
}
