package cn.huiyin.programme.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Rules as people write them, in {@code resources/programme}. */
final class Written {

    private Written() {}

    static Map<String, Object> file(String name) {
        try (InputStream in = Written.class.getResourceAsStream("/programme/" + name)) {
            String yaml = new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
            return map(new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("should be a mapping: " + value);
        }
        return (Map<String, Object>) map;
    }

    static String text(Map<String, Object> of, String name) {
        return Objects.requireNonNull(of.get(name), name).toString();
    }

    static List<String> texts(Map<String, Object> of, String name) {
        if (!(of.getOrDefault(name, List.of()) instanceof List<?> words)) {
            throw new IllegalArgumentException("should be a list: " + name);
        }
        return words.stream().map(String::valueOf).toList();
    }
}
