package cn.huiyin.wechat.push;

import java.util.LinkedHashMap;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer that goes back on the same line: a text message of the official account, sealed and signed. WeChat takes 2048
 * bytes of text; more is cut between what is seen as one character.
 *
 * @param asked to whom we answer
 * @param at seconds since 1970
 */
record PushReply(Pushed asked, String text, long at) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST_BYTES = 2048;
    private static final String CUT = "…";
    private static final Pattern SEEN_AS_ONE = Pattern.compile("\\X");
    /** What XML 1.0 has no way to write, half characters among them. */
    private static final Pattern UNWRITABLE =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    /** As it is written on the line. */
    String write(PushFormat format, PushSeal seal, String nonce) {
        var encrypt = seal.seal(format == PushFormat.XML ? xml() : json());
        var time = Long.toString(at);
        var signature = seal.sign(time, nonce, encrypt);
        return format == PushFormat.XML
                ? "<xml>%s%s<TimeStamp>%s</TimeStamp>%s</xml>"
                        .formatted(
                                element("Encrypt", encrypt),
                                element("MsgSignature", signature),
                                time,
                                element("Nonce", nonce))
                : envelope(encrypt, signature, nonce);
    }

    private String envelope(String encrypt, String signature, String nonce) {
        var envelope = new LinkedHashMap<String, Object>();
        envelope.put("Encrypt", encrypt);
        envelope.put("MsgSignature", signature);
        envelope.put("TimeStamp", at);
        envelope.put("Nonce", nonce);
        return JSON.writeValueAsString(envelope);
    }

    private String xml() {
        return "<xml>%s%s<CreateTime>%d</CreateTime>%s%s</xml>"
                .formatted(
                        element("ToUserName", asked.sender()),
                        element("FromUserName", asked.field("ToUserName")),
                        at,
                        element("MsgType", "text"),
                        element("Content", fit(text)));
    }

    private String json() {
        var message = new LinkedHashMap<String, Object>();
        message.put("ToUserName", asked.sender());
        message.put("FromUserName", asked.field("ToUserName"));
        message.put("CreateTime", at);
        message.put("MsgType", "text");
        message.put("Content", fit(text));
        return JSON.writeValueAsString(message);
    }

    /** The end of a section may stand in a text: there the section ends and the next begins. */
    private static String element(String name, String text) {
        return "<%1$s><![CDATA[%2$s]]></%1$s>"
                .formatted(name, UNWRITABLE.matcher(text).replaceAll("").replace("]]>", "]]]]><![CDATA[>"));
    }

    /** No more than WeChat takes in one text, here and as a customer-service message. */
    static String fit(String text) {
        if (bytes(text) <= MOST_BYTES) {
            return text;
        }
        var head = new StringBuilder();
        var left = MOST_BYTES - bytes(CUT);
        var pieces = SEEN_AS_ONE.matcher(text);
        while (pieces.find() && bytes(pieces.group()) <= left) {
            left -= bytes(pieces.group());
            head.append(pieces.group());
        }
        return head.append(CUT).toString();
    }

    /** In UTF-8, reckoned without writing it. */
    private static int bytes(String text) {
        return text.codePoints()
                .map(c -> c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4)
                .sum();
    }
}
