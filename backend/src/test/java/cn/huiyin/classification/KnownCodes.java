package cn.huiyin.classification;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The codes that the migration brings along. */
final class KnownCodes {

    private static final Pattern ROW = Pattern.compile("(?m)^\\('([A-Z_.]+)',");

    private KnownCodes() {}

    static Set<String> all() {
        try (InputStream sql = KnownCodes.class.getResourceAsStream("/db/migration/V2_1__categories.sql")) {
            var text = new String(Objects.requireNonNull(sql).readAllBytes(), StandardCharsets.UTF_8);
            return ROW.matcher(text)
                    .results()
                    .map((MatchResult row) -> row.group(1))
                    .collect(Collectors.toSet());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
