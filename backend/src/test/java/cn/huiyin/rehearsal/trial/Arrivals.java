package cn.huiyin.rehearsal.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the stand-in's journal says was shown to people, by the mark of each promise. */
record Arrivals(Pattern mark, Map<String, List<Arrival>> shown, Map<String, List<Instant>> unheard, int asked) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern MARK = Pattern.compile("m\\d{6}");

    /**
     * @param channel SUBSCRIBE or TEMPLATE
     * @param template WeChat's name of it
     */
    record Arrival(String channel, String template, Instant at) {}

    static Arrivals read(Path journal) throws IOException {
        return read(journal, MARK);
    }

    /** By whatever in a message's fields looks like this. */
    static Arrivals read(Path journal, Pattern mark) throws IOException {
        var read = new Arrivals(mark, new HashMap<>(), new HashMap<>(), 0);
        int asked = 0;
        for (var line : Files.readAllLines(journal)) {
            JsonNode fact;
            try {
                fact = JSON.readTree(line);
            } catch (JacksonException cutOffByAKill) {
                continue;
            }
            if (fact.has("message")) {
                asked++;
                read.message(fact.path("message"), at(fact));
            } else if (fact.has("unheard")) {
                read.marks(fact.path("unheard"))
                        .forEach(found -> read.unheard()
                                .computeIfAbsent(found, none -> new ArrayList<>())
                                .add(at(fact)));
            }
        }
        return new Arrivals(mark, read.shown(), read.unheard(), asked);
    }

    private void message(JsonNode message, Instant at) {
        var outcome = message.path("outcome");
        if (outcome.path("errcode").asInt(-1) == 0 && !outcome.path("dropped").asBoolean(false)) {
            var arrival = new Arrival(
                    message.path("channel").asString(""),
                    message.path("template").asString(""),
                    at);
            marks(message.path("fields"))
                    .forEach(mark -> shown.computeIfAbsent(mark, none -> new ArrayList<>())
                            .add(arrival));
        }
    }

    private static Instant at(JsonNode fact) {
        return Instant.parse(fact.path("at").asString(""));
    }

    private List<String> marks(JsonNode fields) {
        return fields.properties().stream()
                .map(field -> field.getValue().asString(""))
                .filter(value -> mark.matcher(value).matches())
                .distinct()
                .toList();
    }
}
