package cn.huiyin.visit;

import cn.huiyin.visit.domain.ChecklistFile;
import cn.huiyin.visit.domain.Checklists;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** All versions of the checklists, read once at the start from {@code resources/visit}. */
public final class ChecklistShelf {

    private final SortedMap<Integer, Checklists> versions;

    private ChecklistShelf(SortedMap<Integer, Checklists> versions) {
        this.versions = versions;
    }

    /** @throws IllegalArgumentException where a word in one of the files is wrong */
    public static ChecklistShelf builtIn() {
        SortedMap<Integer, Checklists> versions = new TreeMap<>();
        for (int version = 1; ; version++) {
            Optional<String> file = file(version);
            if (file.isEmpty()) {
                return new ChecklistShelf(versions);
            }
            versions.put(version, ChecklistFile.read(version, file.get()));
        }
    }

    private static Optional<String> file(int version) {
        try (InputStream in =
                ChecklistShelf.class.getResourceAsStream("/visit/checklists-%d.yaml".formatted(version))) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Checklists newest() {
        return Objects.requireNonNull(versions.get(versions.lastKey()));
    }

    public Optional<Checklists> version(int version) {
        return Optional.ofNullable(versions.get(version));
    }
}
