package cn.huiyin.rehearsal.wechat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** One answer: HTTP 200 and JSON, whatever it says; only a fault that was asked for looks different. */
record Reply(int status, String type, byte[] body, int errcode, String errmsg) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static Reply ok(Map<String, ?> fields) {
        var all = new LinkedHashMap<String, Object>();
        all.put("errcode", 0);
        all.put("errmsg", "ok");
        all.putAll(fields);
        return json(all, 0, "ok");
    }

    /** Some successes of WeChat have no errcode. */
    static Reply bare(Map<String, ?> fields) {
        return json(fields, 0, "ok");
    }

    static Reply no(int errcode, String errmsg) {
        var full = errmsg + " rid: " + rid();
        return json(Map.of("errcode", errcode, "errmsg", full), errcode, full);
    }

    static Reply image(byte[] png) {
        return new Reply(200, "image/png", png, 0, "ok");
    }

    /** What a gateway says when WeChat itself does not. */
    static Reply page(int status) {
        var html = "<html><head><title>%1$d</title></head><body><center><h1>%1$d</h1></center></body></html>"
                .formatted(status);
        return new Reply(status, "text/html", html.getBytes(StandardCharsets.UTF_8), status, "HTTP " + status);
    }

    private static Reply json(Map<String, ?> fields, int errcode, String errmsg) {
        return new Reply(200, "application/json; encoding=utf-8", JSON.writeValueAsBytes(fields), errcode, errmsg);
    }

    private static String rid() {
        var random = UUID.randomUUID().toString();
        return random.substring(0, 8) + "-" + random.substring(24, 32) + "-" + random.substring(28);
    }
}
