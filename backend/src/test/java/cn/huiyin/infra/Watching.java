package cn.huiyin.infra;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each expression of the alert rules and the dashboards, with where it stands. */
record Watching(String where, String expression) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*(?:\\$labels\\.)?(\\w+)\\s*}}");

    static List<Watching> all() {
        var all = new ArrayList<>(alerts().stream()
                .map(rule -> new Watching("alert " + rule.get("alert"), String.valueOf(rule.get("expr"))))
                .toList());
        for (var file : InfraFolder.files("observability/grafana", ".json")) {
            for (JsonNode panel : JSON.readTree(file.toFile()).get("panels")) {
                for (JsonNode target : panel.get("targets")) {
                    all.add(new Watching(
                            file.getFileName() + " " + panel.get("title").asString(),
                            target.get("expr").asString()));
                }
            }
        }
        return all;
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> alerts() {
        var document = InfraFolder.documents(InfraFolder.path("observability/alerts.yaml"))
                .findFirst()
                .orElseThrow();
        return ((List<Map<String, Object>>) document.get("groups"))
                .stream()
                        .flatMap(group -> ((List<Map<String, Object>>) group.get("rules")).stream())
                        .toList();
    }

    /** The labels that a sentence fills in. */
    static List<String> filledIn(String sentence) {
        return VARIABLE.matcher(sentence).results().map(found -> found.group(1)).toList();
    }
}
