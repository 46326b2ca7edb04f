package cn.huiyin.wechat;

import cn.huiyin.wechat.WechatTrouble.NoAnswer;
import cn.huiyin.wechat.WechatTrouble.NotWechat;
import cn.huiyin.wechat.WechatTrouble.Refused;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import me.chanjar.weixin.common.enums.WxType;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.util.http.RequestExecutor;
import me.chanjar.weixin.common.util.http.RequestHttp;
import me.chanjar.weixin.common.util.http.SimpleGetRequestExecutor;
import me.chanjar.weixin.common.util.http.SimplePostRequestExecutor;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The line of one app to WeChat, over WxJava's executors. Not over WxJava's services themselves: those sleep between
 * tries, want a token where none is needed, throw the msgid away and write tokens into the log. Blocks; for the
 * {@link Workers} only.
 */
final class WechatLine {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final RequestHttp<?, ?> http;
    private final WxType type;
    private final String base;
    private final AccessTokens tokens;

    WechatLine(RequestHttp<?, ?> http, WxType type, String base, AccessTokens tokens) {
        this.http = http;
        this.type = type;
        this.base = base;
        this.tokens = tokens;
    }

    /** Asks without an access token. */
    JsonNode ask(WechatCall call, Map<String, String> query) {
        var question = query.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
        return understood(over(SimpleGetRequestExecutor.create(http), base + call.path(), question));
    }

    /** Tells with an access token; with a new one once, where WeChat does not take the old one. */
    JsonNode tell(WechatCall call, Object body, Runnable beforeAsking) {
        var text = JSON.writeValueAsString(body);
        var token = tokens.current();
        beforeAsking.run();
        try {
            return post(call, token, text);
        } catch (Refused no) {
            if (WechatAnswers.row(call, no.code()).reaction() != Reaction.NEW_TOKEN) {
                throw no;
            }
            return post(call, tokens.insteadOf(token), text);
        }
    }

    /** Asks with an access token; with a new one once, where WeChat does not take the old one. */
    JsonNode look(WechatCall call, Map<String, String> query) {
        var token = tokens.current();
        try {
            return get(call, token, query);
        } catch (Refused no) {
            if (WechatAnswers.row(call, no.code()).reaction() != Reaction.NEW_TOKEN) {
                throw no;
            }
            return get(call, tokens.insteadOf(token), query);
        }
    }

    private JsonNode get(WechatCall call, String token, Map<String, String> query) {
        var whole = new LinkedHashMap<>(query);
        whole.put("access_token", token);
        return ask(call, whole);
    }

    private JsonNode post(WechatCall call, String token, String body) {
        var address = base + call.path() + "?access_token=" + encoded(token);
        return understood(over(SimplePostRequestExecutor.create(http), address, body));
    }

    private String over(RequestExecutor<String, String> executor, String address, String data) {
        try {
            return executor.execute(address, data, type);
        } catch (WxErrorException e) {
            throw refusal(e);
        } catch (IOException e) {
            throw Failures.of(e);
        } catch (com.google.gson.JsonParseException | IllegalStateException | UnsupportedOperationException e) {
            throw new NotWechat("回答的不是微信的 JSON");
        } catch (NullPointerException e) {
            // WxJava falls over an answer without a body.
            throw new NoAnswer("回答是空的");
        }
    }

    private static WechatTrouble refusal(WxErrorException e) {
        var error = e.getError();
        if (error.getErrorCode() == WxJavaCodes.NOTHING_THERE) {
            return new NoAnswer("回答是空的");
        }
        var original = error.getErrorMsgEn();
        return new Refused(error.getErrorCode(), original == null ? error.getErrorMsg() : original);
    }

    private static JsonNode understood(String answer) {
        try {
            var tree = JSON.readTree(answer);
            if (tree.isObject()) {
                return tree;
            }
        } catch (JacksonException e) {
            // told below: what it is instead does not matter
        }
        throw answer.isBlank() ? new NoAnswer("回答是空的") : new NotWechat("回答的不是微信的 JSON");
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** WxJava's own codes for what has none. */
    private static final class WxJavaCodes {
        static final int NOTHING_THERE = -99;
    }
}
