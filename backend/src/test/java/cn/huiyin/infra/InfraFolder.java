package cn.huiyin.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;

/** The folder infra/ of this working copy. */
final class InfraFolder {

    private static final Path ROOT = Path.of("..", "infra");

    private InfraFolder() {}

    static Path path(String name) {
        return ROOT.resolve(name);
    }

    static String text(String name) {
        try {
            return Files.readString(path(name));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** The files below a folder whose names end so, in their order. */
    static List<Path> files(String folder, String ending) {
        try (var all = Files.walk(path(folder))) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** Each document of a YAML file. */
    @SuppressWarnings("unchecked")
    static Stream<Map<String, Object>> documents(Path file) {
        try {
            return StreamSupport.stream(
                            new Yaml().loadAll(Files.readString(file)).spliterator(), false)
                    .map(document -> (Map<String, Object>) document);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
