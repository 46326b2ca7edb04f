package cn.huiyin.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The SQL of the program, as it stands in its text blocks and strings: which tables each piece reads or writes, and whether
 * it names a street. It does not reckon whether the street is put to good use; that is for whoever reads the piece.
 */
final class Statements {

    private static final Pattern LITERAL =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);
    private static final Pattern TABLE = Pattern.compile("\\b(?:FROM|JOIN|UPDATE|INTO)\\s+(?:ONLY\\s+)?([a-z_]+)\\b");
    private static final Pattern STREET = Pattern.compile("\\bstreet\\b");
    private static final Pattern COMMENT = Pattern.compile("--.*");

    private static final Path SOURCES = Path.of("src/main/java/cn/huiyin");

    private final Set<String> tables;
    private final Set<String> withoutStreet = new TreeSet<>();

    /** @param tables the ones to look for */
    Statements(Set<String> tables) {
        this.tables = tables;
    }

    /** {@code where,table} of each piece that does not name a street. */
    Set<String> withoutStreet() {
        return withoutStreet;
    }

    Statements ofTheProgram() {
        try (var files = Files.walk(SOURCES)) {
            files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(this::ofFile);
            return this;
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private void ofFile(Path file) {
        try {
            var where = SOURCES.relativize(file).toString().replace('\\', '/').replace(".java", "");
            LITERAL.matcher(Files.readString(file))
                    .results()
                    .map(literal -> literal.group(1) != null ? literal.group(1) : literal.group(2))
                    .forEach(piece -> look(where, piece));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** A function in the database counts as one piece for each of its statements. */
    void ofFunction(String name, String body) {
        for (var statement : COMMENT.matcher(body).replaceAll("").split(";")) {
            look("function " + name, statement);
        }
    }

    private void look(String where, String piece) {
        var named = TABLE.matcher(piece)
                .results()
                .map(found -> found.group(1))
                .filter(tables::contains)
                .collect(Collectors.toSet());
        if (!STREET.matcher(piece).find()) {
            named.forEach(table -> withoutStreet.add(where + "," + table));
        }
    }
}
