package cn.huiyin.media.store;

import cn.huiyin.identity.AccountId;
import cn.huiyin.media.MediaId;
import cn.huiyin.media.domain.Frame;
import cn.huiyin.media.domain.Kind;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is on the shelf and whose it is. */
@Repository
public class MediaTable {

    private static final String VISIBLE = """
            SELECT id, owner, kind, bytes, sha256, width, height, state = 'ATTACHED' AS attached, hidden
            FROM media
            WHERE state IN ('LOOSE', 'ATTACHED')
            """;

    private final DatabaseClient database;

    public MediaTable(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Says that a file is about to be put on the shelf, so that the sweep finds it should nobody get further.
     *
     * @return false where the owner has {@code most} unattached uploads already
     */
    public Mono<Boolean> expect(MediaId id, AccountId owner, Arrival arrival, int most) {
        Frame frame = arrival.frame();
        return database.sql("""
                        INSERT INTO media (id, owner, kind, bytes, sha256, width, height, state)
                        SELECT :id, :owner, :kind, :bytes, :sha256, :width, :height, 'ARRIVING'
                        WHERE (SELECT count(*)
                               FROM media
                               WHERE owner = :owner
                                 AND state IN ('ARRIVING', 'LOOSE')) < :most
                        """)
                .bind("id", id.value())
                .bind("owner", owner.value())
                .bind("kind", arrival.kind().name())
                .bind("bytes", arrival.bytes())
                .bind("sha256", arrival.sha256())
                .bind("width", integer(frame == null ? null : frame.width()))
                .bind("height", integer(frame == null ? null : frame.height()))
                .bind("most", most)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /**
     * The file is safe: from now on its owner may attach it. With a key, the answer to a repeated request is kept in the
     * same statement; an error where the same key was quicker.
     *
     * @return false where the sweep was quicker
     */
    public Mono<Boolean> arrived(MediaId id, @Nullable String key, String fingerprint) {
        return key == null ? arrived(id) : arrivedOnce(id, key, fingerprint);
    }

    private Mono<Boolean> arrived(MediaId id) {
        return database.sql("UPDATE media SET state = 'LOOSE' WHERE id = :id AND state = 'ARRIVING'")
                .bind("id", id.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private Mono<Boolean> arrivedOnce(MediaId id, String key, String fingerprint) {
        return database.sql("""
                        WITH arrived AS (
                            UPDATE media
                            SET state = 'LOOSE'
                            WHERE id = :id
                              AND state = 'ARRIVING'
                            RETURNING id, owner
                        )
                        SELECT id, idempotency_keep(owner, :key, :fingerprint, 201, id, NULL, NULL) AS kept
                        FROM arrived
                        """)
                .bind("id", id.value())
                .bind("key", key)
                .bind("fingerprint", fingerprint)
                .map(row -> true)
                .one()
                .defaultIfEmpty(false);
    }

    /** What an earlier upload under this key gave. */
    public Mono<Repeated> repeated(AccountId owner, String key) {
        return database.sql("""
                        SELECT said ->> 'fingerprint' AS fingerprint, said ->> 'location' AS id
                        FROM idempotency_find(:owner, :key) AS said
                        WHERE said IS NOT NULL
                        """)
                .bind("owner", owner.value())
                .bind("key", key)
                .map(row -> new Repeated(text(row, "fingerprint"), new MediaId(text(row, "id"))))
                .one();
    }

    /** An upload that was answered before. */
    public record Repeated(String fingerprint, MediaId id) {}

    /** What may be shown or attached under this id. */
    public Mono<MediaRow> find(MediaId id) {
        return database.sql(VISIBLE + "AND id = :id")
                .bind("id", id.value())
                .map(MediaTable::row)
                .one();
    }

    /** Those of these that belong to this account, in no order. */
    public Flux<MediaRow> owned(AccountId owner, List<MediaId> ids) {
        return database.sql(VISIBLE + "AND owner = :owner AND id = ANY (:ids)")
                .bind("owner", owner.value())
                .bind("ids", ids.stream().map(MediaId::value).toArray(String[]::new))
                .map(MediaTable::row)
                .all();
    }

    /** Those that hang on this ticket, oldest first. */
    public Flux<MediaRow> of(String ticket) {
        return database.sql(VISIBLE + "AND ticket = :ticket ORDER BY created_at, id LIMIT 200")
                .bind("ticket", ticket)
                .map(MediaTable::row)
                .all();
    }

    /**
     * Takes some uploads that nothing was attached to out of everybody's sight. Those whose file could not be removed
     * come again.
     */
    public Flux<MediaId> sweep(Duration loose, int most) {
        return database.sql("""
                        UPDATE media
                        SET state = 'SWEPT'
                        WHERE id IN (
                            SELECT id
                            FROM media
                            WHERE state <> 'ATTACHED'
                              AND created_at < huiyin_now() - make_interval(secs => :loose)
                            ORDER BY created_at
                            FOR UPDATE SKIP LOCKED
                            LIMIT :most
                        )
                        RETURNING id
                        """)
                .bind("loose", (double) loose.toSeconds())
                .bind("most", most)
                .map(row -> new MediaId(text(row, "id")))
                .all();
    }

    /** The file is gone; so may its row be. */
    public Mono<Void> forget(MediaId id) {
        return database.sql("DELETE FROM media WHERE id = :id AND state = 'SWEPT'")
                .bind("id", id.value())
                .then();
    }

    private static Object integer(@Nullable Integer value) {
        return Parameters.in(R2dbcType.INTEGER, value);
    }

    private static MediaRow row(Readable row) {
        return new MediaRow(
                new MediaId(text(row, "id")),
                new AccountId(Objects.requireNonNull(row.get("owner", Long.class))),
                Kind.valueOf(text(row, "kind")),
                Objects.requireNonNull(row.get("bytes", Long.class)),
                text(row, "sha256"),
                row.get("width", Integer.class),
                row.get("height", Integer.class),
                Boolean.TRUE.equals(row.get("attached", Boolean.class)),
                Boolean.TRUE.equals(row.get("hidden", Boolean.class)));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
