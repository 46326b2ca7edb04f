package cn.huiyin.rehearsal;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once for each user of a machine. */
final class PostgresBundle {

    private static final String VERSION = "18.6.0";

    private PostgresBundle() {}

    /** The folder that holds {@code bin/postgres} and {@code bin/initdb}; another than the bundle's where the environment says so. */
    static Path home() {
        var other = System.getenv("HUIYIN_POSTGRES_HOME");
        return other == null || other.isBlank() ? unpacked() : Path.of(other);
    }

    private static Path unpacked() {
        var home = Path.of(
                System.getProperty("java.io.tmpdir"),
                "huiyin-postgres-" + VERSION + "-" + System.getProperty("user.name"));
        try {
            if (!Files.isExecutable(home.resolve("bin/postgres"))) {
                unpackBeside(home);
            }
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL's programs could not be unpacked to " + home, e);
        }
    }

    /** Unpacks to a folder of its own and renames it, so that two who start at once never see half a bundle. */
    private static void unpackBeside(Path home) throws IOException {
        var draft = home.resolveSibling(home.getFileName() + "-" + UUID.randomUUID());
        unpack(draft);
        try {
            Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException somebodyWasFaster) {
            Folders.delete(draft);
            if (!Files.isExecutable(home.resolve("bin/postgres"))) {
                throw somebodyWasFaster;
            }
        }
    }

    private static void unpack(Path target) throws IOException {
        try (var packed = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                        System.getProperty("os.name").startsWith("Mac") ? "Darwin" : System.getProperty("os.name"),
                        System.getProperty("os.arch"));
                var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, target.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, TarArchiveInputStream tar, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, file);
        var executable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
