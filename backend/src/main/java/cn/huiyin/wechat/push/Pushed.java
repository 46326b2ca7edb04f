package cn.huiyin.wechat.push;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One thing that WeChat pushed, whichever way it was written.
 *
 * @param fields by name; what lies within another thing by its path, such as {@code result.suggest}
 * @param lists what came as a list, or as one thing where a list may stand: each with its fields
 */
record Pushed(PushApp app, Map<String, String> fields, Map<String, List<Map<String, String>>> lists) {

    private static final String EVENT = "event";
    private static final int LONGEST_KIND = 64;
    private static final Pattern NO_NAME = Pattern.compile("[^a-z0-9_:]");

    /** Where subscription events carry what they tell of. */
    static final String LIST = "List";

    /** Empty where there is none. */
    String field(String name) {
        return fields.getOrDefault(name, "");
    }

    List<Map<String, String>> list(String name) {
        return lists.getOrDefault(name, List.of());
    }

    String sender() {
        return field("FromUserName");
    }

    boolean isEvent() {
        return field("MsgType").equalsIgnoreCase(EVENT);
    }

    /** {@code text}, {@code event:subscribe} …: lower case, whatever the platform's documents say that day. */
    String kind() {
        var type = field("MsgType").toLowerCase(Locale.ROOT);
        var name = isEvent() ? EVENT + ":" + field("Event").toLowerCase(Locale.ROOT) : type;
        return NO_NAME.matcher(name.substring(0, Math.min(name.length(), LONGEST_KIND)))
                .replaceAll("_");
    }

    /** The same for the same thing pushed again: by MsgId, else by sender, time, event and the ids in it. */
    String key() {
        var named = field("MsgId").isEmpty()
                ? Stream.concat(
                        Stream.of("CreateTime", "Event", "EventKey", "MsgID", "trace_id")
                                .map(this::field),
                        list(LIST).stream().flatMap(Pushed::ids))
                : Stream.of(field("MsgId"));
        return sha256(app + "\n" + sender() + "\n" + kind() + "\n" + String.join("\n", named.toList()));
    }

    private static Stream<String> ids(Map<String, String> item) {
        return Stream.of("TemplateId", "MsgID", "SubscribeStatusString").map(name -> item.getOrDefault(name, ""));
    }

    static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
