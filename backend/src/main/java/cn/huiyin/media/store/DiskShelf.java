package cn.huiyin.media.store;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.READ;

import cn.huiyin.media.MediaId;
import cn.huiyin.media.MediaSettings;
import java.io.IOException;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A folder. A file is there in full or not at all: synced, renamed, and the folder synced too. */
@Component
@ConditionalOnProperty(name = "huiyin.media.store", havingValue = "disk", matchIfMissing = true)
public class DiskShelf implements Shelf {

    private static final int PIECE = 64 * 1024;
    private static final DataBufferFactory BUFFERS = DefaultDataBufferFactory.sharedInstance;

    private final Path folder;
    private final FileWork files;

    public DiskShelf(MediaSettings settings, FileWork files) {
        this.folder = settings.folder();
        this.files = files;
    }

    @Override
    public Mono<Void> put(MediaId id, Path file, String contentType) {
        return files.run(() -> place(file, homeOf(id), id)).onErrorMap(ShelfTrouble::told);
    }

    @Override
    public Mono<Flux<DataBuffer>> open(MediaId id, long first, long last) {
        Path path = pathOf(id);
        return files.call(() -> readable(path))
                .map(there -> read(there, first, last))
                .onErrorMap(ShelfTrouble::told);
    }

    @Override
    public Mono<Void> remove(MediaId id) {
        return files.run(() -> Files.deleteIfExists(pathOf(id))).onErrorMap(ShelfTrouble::told);
    }

    private static void place(Path file, Path home, MediaId id) throws IOException {
        Files.createDirectories(home);
        sync(file);
        Files.move(file, home.resolve(id.value()), ATOMIC_MOVE);
        sync(home);
    }

    private static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, READ)) {
            channel.force(true);
        }
    }

    private static Path readable(Path path) throws IOException {
        if (!Files.isReadable(path)) {
            throw new NoSuchFileException(path.toString());
        }
        return path;
    }

    private Flux<DataBuffer> read(Path path, long first, long last) {
        Flux<DataBuffer> rest = DataBufferUtils.readAsynchronousFileChannel(
                () -> AsynchronousFileChannel.open(path, READ), first, BUFFERS, PIECE);
        return DataBufferUtils.takeUntilByteCount(rest, last - first + 1).subscribeOn(files.scheduler());
    }

    private Path pathOf(MediaId id) {
        return homeOf(id).resolve(id.value());
    }

    /** Two levels of folders, so that none grows beyond what a file system likes. */
    private Path homeOf(MediaId id) {
        return folder.resolve(id.value().substring(0, 2)).resolve(id.value().substring(2, 4));
    }
}
