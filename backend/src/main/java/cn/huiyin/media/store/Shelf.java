package cn.huiyin.media.store;

import cn.huiyin.media.MediaId;
import java.nio.file.Path;
import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Where the bytes lie. Errors: a {@code MEDIA_STORE_FULL} (507) or {@code MEDIA_STORE_AWAY} (503) refusal within the
 * shelf's own time limit.
 */
public interface Shelf {

    /** Complete only when the file would survive a power cut. May take {@code file} away or leave it. */
    Mono<Void> put(MediaId id, Path file, String contentType);

    /** The bytes from {@code first} to {@code last}, both counted from 0 and included; opened when this Mono is. */
    Mono<Flux<DataBuffer>> open(MediaId id, long first, long last);

    /** Removes what is there; nothing there is fine too. */
    Mono<Void> remove(MediaId id);
}
