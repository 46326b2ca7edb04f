package cn.huiyin.media;

import cn.huiyin.identity.AccountId;
import cn.huiyin.media.store.MediaRow;
import cn.huiyin.media.store.MediaTable;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import io.r2dbc.spi.R2dbcException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * The door for features that hang photos and voice on their things. They check with {@link #owned} and attach with the
 * SQL function {@code media_attach(ids, ticket)} inside their own statement.
 */
@Service
public class Attachments {

    private static final String GONE_OR_TAKEN = "HY006";

    private final MediaTable table;

    public Attachments(MediaTable table) {
        this.table = table;
    }

    /**
     * These uploads in this order, if all are the owner's and hang on nothing yet. Otherwise a 422 that names each one
     * that is not, as {@code media[2]}; another's looks the same as one that never was.
     */
    public Mono<List<Attachment>> owned(AccountId owner, List<MediaId> ids) {
        if (ids.isEmpty()) {
            return Mono.just(List.of());
        }
        return table.owned(owner, ids)
                .filter(row -> !row.attached())
                .collectMap(MediaRow::id, Function.identity())
                .map(found -> inOrder(ids, found));
    }

    private static List<Attachment> inOrder(List<MediaId> ids, Map<MediaId, MediaRow> found) {
        List<Fault> faults = faults(ids, found.keySet());
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        return ids.stream().map(found::get).map(MediaRow::attachment).collect(Collectors.toList());
    }

    private static List<Fault> faults(List<MediaId> ids, Set<MediaId> found) {
        List<Fault> faults = new ArrayList<>();
        Set<MediaId> seen = new HashSet<>();
        IntStream.range(0, ids.size()).forEach(i -> {
            if (!found.contains(ids.get(i))) {
                faults.add(new Fault("media[" + i + "]", "找不到这张照片或语音，可能已过期或已用过，请重新上传"));
            } else if (!seen.add(ids.get(i))) {
                faults.add(new Fault("media[" + i + "]", "同一张照片或语音只能放一次"));
            }
        });
        return faults;
    }

    /** What lies under this id, whoever's it is; empty where nothing does. */
    public Mono<Attachment> find(MediaId id) {
        return id.isWellFormed() ? table.find(id).map(MediaRow::attachment) : Mono.empty();
    }

    /** What hangs on this ticket, oldest first. */
    public Mono<List<Attachment>> of(String ticket) {
        return table.of(ticket).map(MediaRow::attachment).collectList();
    }

    /** What to tell where {@code media_attach} refused: swept or taken between the check and the statement. */
    public static Throwable told(Throwable trouble) {
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            if (cause instanceof R2dbcException database && GONE_OR_TAKEN.equals(database.getSqlState())) {
                return Refusal.invalid(new Fault("media", "有照片或语音已过期或已用过，请重新上传"));
            }
        }
        return trouble;
    }
}
