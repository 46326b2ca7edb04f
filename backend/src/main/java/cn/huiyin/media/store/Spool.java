package cn.huiyin.media.store;

import cn.huiyin.media.MediaSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.stereotype.Component;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where an upload lies until it is known to be fit; nothing stays here when the upload is over. */
@Component
public class Spool {

    private static final int AHEAD = 4;

    private final Path folder;
    private final long keepFree;
    private final FileWork files;

    public Spool(MediaSettings settings, FileWork files) {
        this.folder = settings.folder().resolve(".spool");
        this.keepFree = settings.keepFree().toBytes();
        this.files = files;
    }

    /** Takes the content in, washes it, lends it for {@code use}, and clears up however that ends. */
    public <T> Mono<T> lend(Flux<DataBuffer> content, Function<Arrival, Mono<T>> use) {
        return Mono.usingWhen(
                files.call(this::open).onErrorMap(ShelfTrouble::told),
                arriving -> receive(content, arriving).flatMap(use),
                arriving -> files.run(arriving::clear));
    }

    private Arriving open() throws IOException {
        Files.createDirectories(folder);
        if (Files.getFileStore(folder).getUsableSpace() < keepFree) {
            throw ShelfTrouble.full();
        }
        return Arriving.in(folder);
    }

    private Mono<Arrival> receive(Flux<DataBuffer> content, Arriving arriving) {
        return content.publishOn(files.scheduler(), AHEAD)
                .doOnNext(piece -> take(piece, arriving))
                .doOnDiscard(DataBuffer.class, DataBufferUtils::release)
                .then(files.call(arriving::arrived))
                .onErrorMap(IOException.class, ShelfTrouble::told);
    }

    private static void take(DataBuffer piece, Arriving arriving) {
        try (DataBuffer.ByteBufferIterator bytes = piece.readableByteBuffers()) {
            while (bytes.hasNext()) {
                arriving.take(bytes.next());
            }
        } catch (IOException e) {
            throw Exceptions.propagate(e);
        } finally {
            DataBufferUtils.release(piece);
        }
    }

    /** Removes what a killed process left behind. */
    public Mono<Void> clearBefore(Instant then) {
        return files.run(() -> {
            for (Path left : leftBehind()) {
                if (Files.getLastModifiedTime(left).toInstant().isBefore(then)) {
                    Files.deleteIfExists(left);
                }
            }
        });
    }

    private List<Path> leftBehind() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }
}
