package cn.huiyin.rehearsal.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The service's own statements, prepared and asked by pgbench: what PostgreSQL gives where nothing stands before it. */
final class Pgbench {

    private static final List<Integer> CLIENTS = List.of(4, 8, 16, 32);
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+) \\(without");
    private static final Pattern FAILED = Pattern.compile("number of failed transactions: ([0-9]+) ");
    /** Where the account stands in the document of a filing; elsewhere its digits may mean something else. */
    private static final String ACCOUNT_FIELDS = "(?<=\"(?:reporter|caller|recipient|by|author)\":)%d(?=[,}])";

    private final String database;
    private final Path script;
    private final Map<String, String> variables;
    private int clients = 0;

    private Pgbench(String database, Path script, Map<String, String> variables) {
        this.database = database;
        this.script = script;
        this.variables = variables;
    }

    /** A read, with the very parameters. */
    static Pgbench reading(String database, Path script, Said read) throws IOException {
        var variables = new LinkedHashMap<String, String>();
        for (int at = 1; at <= read.parameters().size(); at++) {
            variables.put("p" + at, read.parameters().get(at - 1));
        }
        Files.writeString(script, read.with(place -> ":p" + place) + ";\n");
        return new Pgbench(database, script, variables);
    }

    /**
     * A filing: the number first, then the document, in which the number and the account are put anew each time.
     *
     * @param filed by whom, under which number and which key, when these two were said
     * @param first account of those for whom it files, which lie side by side up to the last
     */
    static Pgbench filing(String database, Path script, Said number, Said save, Filed filed, long first, long last)
            throws IOException {
        // Nobody repeats a filing of pgbench's: any fingerprint will do, and the number is as good as a key.
        var document = filed.marked(save.parameters().get(0)).replace("@KEY@", "@NO@");
        Files.writeString(
                script,
                "\\set account random(%d, %d)\n%s \\gset\n%s;\n"
                        .formatted(
                                first,
                                last,
                                number.with(place -> "('[' || :account || ']')").strip(),
                                save.with(place -> "replace(replace(:document, '@NO@', :no), '@ACCOUNT@', :account)")));
        return new Pgbench(database, script, Map.of("document", document));
    }

    /** What of a filing is its own, and not of every filing. */
    record Filed(long account, String no, String key) {

        /** With marks in its place. */
        String marked(String document) {
            return document.replace(key, "@KEY@")
                    .replace(no, "@NO@")
                    .replaceAll(ACCOUNT_FIELDS.formatted(account), "@ACCOUNT@")
                    .replaceAll("(?<=\"fingerprint\":\")[0-9a-f]{64}", "@FINGERPRINT@");
        }
    }

    /** Tries a few numbers of clients and stays with the best. */
    double best(int seconds, Path raw) throws IOException, InterruptedException {
        double best = 0;
        int chosen = 0;
        for (int count : CLIENTS) {
            var rate = run(count, seconds, raw.resolveSibling(raw.getFileName() + "-" + count));
            if (rate > best) {
                best = rate;
                chosen = count;
            }
        }
        clients = chosen;
        return best;
    }

    int clients() {
        return clients;
    }

    /** Transactions a second. */
    double run(int seconds, Path raw) throws IOException, InterruptedException {
        return run(clients, seconds, raw);
    }

    private double run(int count, int seconds, Path raw) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                "pgbench",
                "-n",
                "-M",
                "prepared",
                "-c",
                Integer.toString(count),
                "-j",
                "2",
                "-T",
                Integer.toString(seconds),
                "-f",
                script.toString()));
        variables.forEach((name, value) -> command.addAll(List.of("-D", name + "=" + value)));
        command.add(database);
        var said = Shell.kept(raw, Map.of(), command);
        var rate = RATE.matcher(said);
        var failed = FAILED.matcher(said);
        if (!rate.find() || (failed.find() && !failed.group(1).equals("0"))) {
            throw new IllegalStateException("pgbench failed, see " + raw);
        }
        return Double.parseDouble(rate.group(1));
    }
}
