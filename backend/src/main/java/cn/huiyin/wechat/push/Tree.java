package cn.huiyin.wechat.push;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was read so far of a message: its plain values by their path, and its lists. The first of two equal names counts. */
final class Tree {

    /** WeChat's own go three deep. */
    private static final int DEEPEST = 8;

    private final Map<String, String> fields = new LinkedHashMap<>();
    private final Map<String, List<Map<String, String>>> lists = new LinkedHashMap<>();

    void value(String path, String value) {
        fields.putIfAbsent(path, value);
    }

    void item(String list, Map<String, String> item) {
        lists.computeIfAbsent(list, name -> new ArrayList<>()).add(item);
    }

    Map<String, String> fields() {
        return fields;
    }

    Pushed pushed(PushApp app) {
        return new Pushed(app, Map.copyOf(fields), Map.copyOf(lists));
    }

    static String within(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    static int deeper(int depth) {
        if (depth >= DEEPEST) {
            throw new NoPush("too deep");
        }
        return depth + 1;
    }
}
