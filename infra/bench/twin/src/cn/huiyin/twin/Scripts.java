package cn.huiyin.twin;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What the service says to PostgreSQL, and what it answered then: taken down by the bench, so that neither can drift. */
record Scripts(Script number, Script filing, Script progress, Script still, Script list) {

    /**
     * @param sql with its parameters as {@code :p1} and so on
     * @param parameters as they were when it was taken down
     * @param answer what was answered
     */
    record Script(String sql, List<String> parameters, String answer) {

        /** Its parameters, the first of them anew. */
        Map<String, Object> with(Object... first) {
            var values = new HashMap<String, Object>();
            for (int at = 0; at < parameters.size(); at++) {
                values.put("p" + (at + 1), at < first.length ? first[at].toString() : parameters.get(at));
            }
            return values;
        }
    }

    static Scripts read(Path folder, JsonMapper json) {
        return new Scripts(
                script(folder, "number", json),
                script(folder, "W", json),
                script(folder, "R", json),
                script(folder, "N", json),
                script(folder, "L", json));
    }

    private static Script script(Path folder, String name, JsonMapper json) {
        return json.readValue(folder.resolve(name + ".json").toFile(), Script.class);
    }
}
