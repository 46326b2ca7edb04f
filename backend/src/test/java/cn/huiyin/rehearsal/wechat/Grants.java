package cn.huiyin.rehearsal.wechat;

import java.util.HashMap;
import java.util.Map;

/** How many subscribe messages a person still agrees to, for each template. */
final class Grants {

    private final Map<String, Integer> left = new HashMap<>();

    void add(String openid, String template, int count) {
        left.merge(openid + " " + template, count, Integer::sum);
    }

    boolean any(String openid, String template) {
        return left(openid, template) > 0;
    }

    int left(String openid, String template) {
        return left.getOrDefault(openid + " " + template, 0);
    }

    void spend(String openid, String template) {
        left.computeIfPresent(openid + " " + template, (key, count) -> Math.max(0, count - 1));
    }
}
