package cn.huiyin.rehearsal.trial;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * A statement as PostgreSQL was asked it, with what it tells of its parameters: read from its log, so that what is measured beside the
 * service is what the service says.
 */
record Said(String sql, String told) {

    private static final Pattern BEGINS = Pattern.compile("^\\d{4}-\\d\\d-\\d\\d .*? \\[(\\d+)] (\\w+):  (.*)$");
    private static final Pattern PLACE = Pattern.compile("\\$(\\d+)");
    private static final Pattern EXECUTE = Pattern.compile("(?s)^execute [^:]+: (.*)$");
    private static final Pattern PARAMETERS = Pattern.compile("(?si)^parameters: (.*)$");
    private static final Pattern PARAMETER = Pattern.compile("\\$\\d+ = (?:'((?:[^']++|'')*+)'|NULL)");

    /** Turns the log on while something is done, and tells what was said meanwhile. */
    static List<Said> during(Ground ground, Deed deed) throws Exception {
        var from = Files.size(ground.postgresLog());
        set(ground, "'all'");
        deed.run();
        set(ground, "'none'");
        return read(ground.postgresLog(), from);
    }

    interface Deed {
        void run() throws Exception;
    }

    private static void set(Ground ground, String what) throws InterruptedException {
        ground.postgres.execute(
                "ALTER SYSTEM SET log_parameter_max_length = -1",
                "ALTER SYSTEM SET log_statement = " + what,
                "SELECT pg_reload_conf()");
        // Each connection hears of it when it is asked next, once the signal has reached it.
        Thread.sleep(500);
    }

    private static List<Said> read(Path log, long from) throws IOException {
        var said = new ArrayList<Said>();
        for (var entry : entries(log, from)) {
            var execute = EXECUTE.matcher(entry);
            var parameters = PARAMETERS.matcher(entry);
            if (execute.matches()) {
                said.add(new Said(execute.group(1), ""));
            } else if (parameters.matches() && !said.isEmpty()) {
                said.add(new Said(said.remove(said.size() - 1).sql(), parameters.group(1)));
            }
        }
        return said;
    }

    /** What belongs together: the lines after the first of each begin with a tab. */
    private static List<String> entries(Path log, long from) throws IOException {
        var entries = new ArrayList<StringBuilder>();
        var bytes = Files.readAllBytes(log);
        var fresh = new String(bytes, (int) from, bytes.length - (int) from, StandardCharsets.UTF_8);
        for (var line : fresh.split("\n")) {
            var begins = BEGINS.matcher(line);
            if (begins.matches()) {
                entries.add(new StringBuilder(begins.group(3)));
            } else if (!entries.isEmpty()) {
                entries.get(entries.size() - 1).append('\n').append(line.startsWith("\t") ? line.substring(1) : line);
            }
        }
        return entries.stream().map(StringBuilder::toString).toList();
    }

    List<String> parameters() {
        var values = new ArrayList<String>();
        var parameter = PARAMETER.matcher(told);
        while (parameter.find()) {
            var value = parameter.group(1);
            if (value == null) {
                throw new IllegalStateException("nobody foresaw a parameter that is NULL: " + sql + told);
            }
            values.add(value.replace("''", "'"));
        }
        return List.copyOf(values);
    }

    /** With its parameters given in another way, by their places from 1. */
    String with(IntFunction<String> parameter) {
        return PLACE.matcher(sql)
                .replaceAll(place -> Matcher.quoteReplacement(parameter.apply(Integer.parseInt(place.group(1)))));
    }

    /**
     * For the twin, with what was answered.
     *
     * @param marked puts marks for what is different each time, into the parameters and the answer
     */
    void script(Path file, UnaryOperator<String> marked, String answer) {
        var script = new LinkedHashMap<String, Object>();
        script.put("sql", with(place -> ":p" + place));
        script.put("parameters", parameters().stream().map(marked).toList());
        script.put("answer", marked.apply(answer));
        new JsonMapper().writeValue(file, script);
    }

    boolean mentions(String value) {
        return told.contains(value);
    }
}
