package cn.huiyin.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the product is made of, as {@code target/huiyin-sbom.json} lists it, held against {@code security/licences.csv}. */
class LicencesIT {

    private static final Path SBOM = Path.of("target", "huiyin-sbom.json");

    @Test
    void everyPartMayBeUsedAsWeUseIt() throws IOException {
        Map<String, Boolean> table = table();
        List<String> doubtful = new ArrayList<>();
        JsonNode parts = JsonMapper.shared().readTree(SBOM.toFile()).path("components");
        for (JsonNode part : parts) {
            List<String> licences = licences(part);
            boolean known = !licences.isEmpty() && table.keySet().containsAll(licences);
            if (!known || licences.stream().noneMatch(table::get)) {
                doubtful.add(part.path("group").asString("") + ":"
                        + part.path("name").asString() + " " + licences);
            }
        }

        assertThat(parts).hasSizeGreaterThan(100);
        assertThat(doubtful).isEmpty();
    }

    /** Where several are named, one may choose. */
    private static List<String> licences(JsonNode part) {
        return part.path("licenses")
                .valueStream()
                .map(one -> one.has("expression") ? one.path("expression") : named(one.path("license")))
                .map(JsonNode::asString)
                .toList();
    }

    private static JsonNode named(JsonNode licence) {
        return licence.has("id") ? licence.path("id") : licence.path("name");
    }

    private static Map<String, Boolean> table() throws IOException {
        Map<String, Boolean> table = new LinkedHashMap<>();
        Files.readAllLines(Path.of("security", "licences.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", 3))
                .forEach(line -> table.put(line[0], line[1].equals("yes")));
        return table;
    }

    @Test
    void theListLiesBesideTheProductAndNotInIt() throws IOException {
        try (var built = Files.list(Path.of("target"))) {
            Path jar = built.filter(
                            file -> file.getFileName().toString().matches("huiyin-backend-.*(?<!-sources)\\.jar"))
                    .findFirst()
                    .orElseThrow();
            try (var file = new JarFile(jar.toFile())) {
                assertThat(file.stream().map(entry -> entry.getName()))
                        .noneMatch(name -> name.startsWith("META-INF/sbom") || name.contains("huiyin-sbom"));
            }
        }
    }
}
