package cn.huiyin.rehearsal.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What WeChat's stand-in was handed for each person about each matter, against what the outbox says was sent to them about it.
 * Nothing may have been handed over more often than it was sent, and no promise twice.
 */
final class HandedOver {

    private static final JsonMapper JSON = JsonMapper.shared();
    /** A message of a trial's own is known by its mark, a ticket's by the ticket; all others of a person are looked at together. */
    private static final List<Pattern> MATTERS = List.of(Pattern.compile("m\\d{6}"), Pattern.compile("HY\\d{14}"));

    private static final String SENT = """
            SELECT regexp_replace(a.miniapp_openid, '^o-(demo-)?', ''),
                   CASE WHEN o.dedup_key LIKE 'trial/%' THEN substr(o.dedup_key, 7)
                        WHEN o.subject_kind = 'ticket' THEN o.subject_id
                        ELSE 'all else' END,
                   count(*)
              FROM outbox o
              JOIN account a ON a.id = o.recipient
             WHERE o.state = 'SENT'
               AND o.channel IN ('SUBSCRIBE', 'TEMPLATE')
             GROUP BY 1, 2
            """;

    /** Promises whose call had no answer, and which are not sent again in doubt. */
    private static final String IN_DOUBT = """
            SELECT substr(dedup_key, 7)
              FROM outbox
             WHERE state = 'SENT'
               AND channel IN ('SUBSCRIBE', 'TEMPLATE')
               AND dedup_key LIKE 'trial/%'
               AND last_error IS NOT NULL
            """;

    private record About(String person, String matter) {}

    private final Map<About, Integer> handed = new HashMap<>();
    private final Map<About, Integer> sent = new HashMap<>();
    private final Set<String> inDoubt = new HashSet<>();

    private HandedOver(Ground ground) throws IOException, SQLException {
        for (var line : Files.readAllLines(ground.journal)) {
            var fact = JSON.readTree(line).path("message");
            var outcome = fact.path("outcome");
            if (outcome.path("errcode").asInt(-1) == 0
                    && !outcome.path("dropped").asBoolean(false)) {
                handed.merge(about(fact), 1, Integer::sum);
            }
        }
        try (var database = ground.connect();
                var rows = database.createStatement().executeQuery(SENT);
                var doubtful = database.createStatement().executeQuery(IN_DOUBT)) {
            while (rows.next()) {
                sent.put(new About(rows.getString(1), rows.getString(2)), rows.getInt(3));
            }
            while (doubtful.next()) {
                inDoubt.add(doubtful.getString(1));
            }
        }
    }

    /** @param promised how many messages were promised with marks */
    static void judge(Ground ground, int promised, Oracle oracle) throws IOException, SQLException {
        new HandedOver(ground).judge(promised, oracle);
    }

    private void judge(int promised, Oracle oracle) {
        var twice = new ArrayList<String>();
        handed.forEach((about, times) -> {
            if (times > sent.getOrDefault(about, 0)) {
                twice.add("%s about %s: handed over %d times, sent %d times"
                        .formatted(about.person(), about.matter(), times, sent.getOrDefault(about, 0)));
            }
        });
        var promises = handed.entrySet().stream()
                .filter(entry -> MATTERS.get(0).matcher(entry.getKey().matter()).matches())
                .toList();
        promises.stream()
                .filter(entry -> entry.getValue() > 1)
                .forEach(entry -> twice.add("promise " + entry.getKey().matter() + " × " + entry.getValue()));
        oracle.count(
                "messages handed to WeChat",
                handed.values().stream().mapToInt(Integer::intValue).sum());
        oracle.count("promised with a mark", promised);
        oracle.none("handed over twice", twice);
        promises.forEach(entry -> inDoubt.remove(entry.getKey().matter()));
        oracle.count("in doubt, not sent again", inDoubt.size());
        oracle.insist(
                promises.size() == promised,
                "of %d promises %d were handed over, %d of the others are in doubt"
                        .formatted(promised, promises.size(), inDoubt.size()));
    }

    /** The same person has one name in the mini-program and another in the official account. */
    private static About about(JsonNode message) {
        var person = message.path("openid").asString("").replaceFirst("^(o|mp)-(demo-)?", "");
        return new About(person, matter(message.path("fields")));
    }

    private static String matter(JsonNode fields) {
        var values = fields.properties().stream()
                .map(field -> field.getValue().asString(""))
                .toList();
        for (var pattern : MATTERS) {
            for (var value : values) {
                if (pattern.matcher(value).matches()) {
                    return value;
                }
            }
        }
        return "all else";
    }
}
