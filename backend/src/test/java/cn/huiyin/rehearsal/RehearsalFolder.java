package cn.huiyin.rehearsal;

import cn.huiyin.privacy.Keys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Where a rehearsal keeps what must survive a restart; one rehearsal at a time. */
final class RehearsalFolder implements AutoCloseable {

    private static final List<String> OURS =
            List.of("postgres", "redis", "media", "wechat-journal", "keyset.json", "ports.properties", "huiyin.log");

    private final Path path;
    private final FileChannel lockFile;

    private RehearsalFolder(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /** Opens the folder for us alone; the lock goes with the process, however it ends. */
    static RehearsalFolder open(Path path) {
        try {
            Files.createDirectories(path);
            var file = FileChannel.open(
                    path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (tryLock(file) == null) {
                throw new CannotRehearse(
                        "另一个演练正在使用 %1$s（进程 %2$s）。请先停下它，或用 HUIYIN_REHEARSAL_DIR 指定别的文件夹。\n  Another rehearsal (process %2$s) is using %1$s. Stop it first, or name another folder with HUIYIN_REHEARSAL_DIR."
                                .formatted(
                                        path,
                                        Files.readString(path.resolve("lock")).strip()));
            }
            file.truncate(0);
            file.write(StandardCharsets.UTF_8.encode(ProcessHandle.current().pid() + "\n"));
            return new RehearsalFolder(path, file);
        } catch (IOException e) {
            throw new CannotRehearse("cannot write to 无法写入 " + path + ": " + e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException heldByThisVeryProcess) {
            return null;
        }
    }

    Path path() {
        return path;
    }

    Path part(String name) {
        return path.resolve(name);
    }

    /** Begins anew; removes what a rehearsal made and nothing else. */
    void clear() {
        LeftBehind.stopPostgres(part("postgres").resolve("data"), Duration.ofSeconds(60));
        LeftBehind.stopRedis(
                part("redis").resolve("redis.pid"), part("redis").resolve("redis-server"), Duration.ofSeconds(20));
        OURS.forEach(name -> Folders.delete(part(name)));
    }

    /** The port this part had last time if it is still free, otherwise a new one, remembered. */
    int port(String name) {
        try {
            var ports = new Properties();
            var file = part("ports.properties");
            if (Files.exists(file)) {
                try (var in = Files.newBufferedReader(file)) {
                    ports.load(in);
                }
            }
            var port = FreePort.preferably(Integer.parseInt(ports.getProperty(name, "0")));
            ports.setProperty(name, Integer.toString(port));
            try (var out = Files.newBufferedWriter(file)) {
                ports.store(out, "Where the servers of this rehearsal listen, on 127.0.0.1");
            }
            return port;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The keys that seal phone numbers, made once. */
    Path keyset() {
        var file = part("keyset.json");
        try {
            if (!Files.exists(file)) {
                var draft = part("keyset.json.draft");
                Files.writeString(draft, Keys.fresh());
                Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
                Files.move(draft, file);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }
}
