package cn.huiyin.media;

import cn.huiyin.identity.AccountId;
import cn.huiyin.media.store.Arrival;
import cn.huiyin.media.store.MediaRow;
import cn.huiyin.media.store.MediaTable;
import cn.huiyin.media.store.MediaTable.Repeated;
import cn.huiyin.media.store.Shelf;
import cn.huiyin.media.store.Spool;
import cn.huiyin.problem.Refusal;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes uploads in and shows them. */
@Service
public class MediaDesk {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final Spool spool;
    private final Shelf shelf;
    private final MediaTable table;
    private final MediaSettings settings;

    public MediaDesk(Spool spool, Shelf shelf, MediaTable table, MediaSettings settings) {
        this.spool = spool;
        this.shelf = shelf;
        this.table = table;
        this.settings = settings;
    }

    /** Keeps what arrives; the same key with the same content gives the same id. */
    public Mono<MediaId> keep(AccountId owner, @Nullable String key, Flux<DataBuffer> content) {
        return spool.lend(inTime(content), arrival -> once(owner, key, arrival));
    }

    private Flux<DataBuffer> inTime(Flux<DataBuffer> content) {
        return content.timeout(settings.uploadIdle())
                .takeUntilOther(Mono.delay(settings.uploadLimit()).then(Mono.error(TimeoutException::new)))
                .onErrorMap(TimeoutException.class, e -> tooSlow());
    }

    private static Refusal tooSlow() {
        return Refusal.of(408, "UPLOAD_TOO_SLOW", "上传超时，请在网络好的地方重试");
    }

    private Mono<MediaId> once(AccountId owner, @Nullable String key, Arrival arrival) {
        if (key == null) {
            return shelve(owner, null, arrival);
        }
        return repeated(owner, key, arrival)
                .switchIfEmpty(Mono.defer(() -> shelve(owner, key, arrival)))
                .onErrorResume(
                        DataIntegrityViolationException.class,
                        e -> repeated(owner, key, arrival).switchIfEmpty(Mono.error(e)));
    }

    private Mono<MediaId> repeated(AccountId owner, String key, Arrival arrival) {
        return table.repeated(owner, key).map(repeated -> sameAs(repeated, arrival));
    }

    private static MediaId sameAs(Repeated repeated, Arrival arrival) {
        if (!repeated.fingerprint().equals(arrival.sent())) {
            throw Refusal.of(422, "IDEMPOTENCY_KEY_REUSED", "这个 Idempotency-Key 已经用于别的内容，请换一个新的");
        }
        return repeated.id();
    }

    private Mono<MediaId> shelve(AccountId owner, @Nullable String key, Arrival arrival) {
        MediaId id = MediaId.fresh();
        return table.expect(id, owner, arrival, settings.loosePerOwner())
                .filter(expected -> expected)
                .switchIfEmpty(Mono.error(MediaDesk::tooMany))
                .then(shelf.put(id, arrival.washed(), arrival.kind().contentType()))
                .then(Mono.defer(() -> table.arrived(id, key, arrival.sent())))
                .filter(arrived -> arrived)
                .switchIfEmpty(Mono.error(MediaDesk::sweptMeanwhile))
                .thenReturn(id);
    }

    private static Refusal tooMany() {
        return Refusal.tooOften("MEDIA_TOO_MANY", "已上传但还没有提交的照片和语音太多，请先提交或明天再试", Duration.ofHours(1));
    }

    private static Refusal sweptMeanwhile() {
        return Refusal.unavailable("MEDIA_STORE_AWAY", "这次上传没有保存成功，请重新上传", SOON);
    }

    /** What lies under this id, whoever asks; who may see it is the caller's matter. */
    public Mono<MediaRow> find(MediaId id) {
        return id.isWellFormed() ? table.find(id) : Mono.empty();
    }

    /** The bytes from {@code first} to {@code last}, both included. */
    public Mono<Flux<DataBuffer>> open(MediaId id, long first, long last) {
        return shelf.open(id, first, last);
    }
}
