package cn.huiyin.rehearsal.wechat;

import cn.huiyin.rehearsal.wechat.SentMessage.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The calls of api.weixin.qq.com, as far as we use them. Not for two threads at once: the {@link WechatStandIn} sees to it. */
final class Platform {

    static final String SUBSCRIBE = "/cgi-bin/message/subscribe/send";
    static final String TEMPLATE = "/cgi-bin/message/template/send";
    static final String CUSTOM = "/cgi-bin/message/custom/send";
    static final String EMPLOYEE = "/cgi-bin/message/wxopen/employeerelationmsg/send";

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final Duration DOUBLES = Duration.ofMinutes(10);
    private static final Duration SPOKE = Duration.ofHours(48);
    private static final Duration ACTIVE = Duration.ofHours(2);
    private static final int REPLIES = 5;
    private static final Duration TAPPED = Duration.ofMinutes(1);
    private static final int TAP_REPLIES = 3;
    private static final Set<String> STATES = Set.of("developer", "trial", "formal");
    private static final byte[] DOT = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    final IssuedTokens tokens = new IssuedTokens();
    final People people = new People();
    final Grants grants = new Grants();
    final Quotas quotas = new Quotas();
    final SentMessages sent = new SentMessages();
    final Set<String> employees = new HashSet<>();
    final MediaChecks media = new MediaChecks();
    final Map<String, App> apps = new HashMap<>();
    final Map<String, Set<String>> templates = new HashMap<>();

    private final Journal journal;
    private final Witness witness;
    private final Map<String, SentMessage> byClientId = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SentMessage> eldest) {
            return size() > SentMessages.KEPT;
        }
    };
    private final Map<String, Instant> seen = new HashMap<>();
    private final Map<String, Spoken> spoken = new HashMap<>();
    private final Map<String, Route> routes = new TreeMap<>();

    /** Something that lets the official account write back so many times for so long. */
    private record Spoken(Instant at, Duration open, int most, int answered) {}

    /** One call: whether it wants an access token, and what it does. */
    private record Route(boolean withToken, Call call) {}

    private interface Call {
        Reply answer(Ask ask);
    }

    Platform(Journal journal, Witness witness) {
        this.journal = journal;
        this.witness = witness;
        routes.put("/cgi-bin/stable_token", new Route(false, this::stableToken));
        routes.put("/cgi-bin/token", new Route(false, this::token));
        routes.put("/sns/jscode2session", new Route(false, this::login));
        routes.put("/wxa/business/getuserphonenumber", new Route(true, this::phone));
        routes.put(SUBSCRIBE, new Route(true, ask -> send("SUBSCRIBE", ask, this::subscribe)));
        routes.put(TEMPLATE, new Route(true, ask -> send("TEMPLATE", ask, this::template)));
        routes.put("/wxaapi/newtmpl/gettemplate", new Route(true, ask -> miniappTemplates()));
        routes.put("/cgi-bin/template/get_all_private_template", new Route(true, ask -> officialTemplates()));
        routes.put(CUSTOM, new Route(true, ask -> send("CUSTOM", ask, this::custom)));
        routes.put(EMPLOYEE, new Route(true, ask -> send("EMPLOYEE", ask, this::employee)));
        routes.put("/cgi-bin/user/info", new Route(true, this::follower));
        routes.put("/wxa/msg_sec_check", new Route(true, this::checkText));
        routes.put("/wxa/media_check_async", new Route(true, this::checkMedia));
        routes.put("/wxa/getwxacodeunlimit", new Route(true, this::code));
        routes.put("/cgi-bin/openapi/quota/get", new Route(true, this::quota));
        journal.replay(this);
    }

    boolean knows(String path) {
        return routes.containsKey(path);
    }

    Collection<String> paths() {
        return routes.keySet();
    }

    Reply answer(Ask ask) {
        var route = routes.get(ask.path());
        if (route == null) {
            return Reply.page(404);
        }
        if (!route.withToken()) {
            return route.call().answer(ask);
        }
        return tokens.holder(ask.query("access_token"), ask.now()) instanceof Reply no
                ? kept(ask, no)
                : route.call().answer(ask);
    }

    /** Refused before it was looked at: a message is remembered nevertheless. */
    Reply kept(Ask ask, Reply no) {
        var channel = Map.of(SUBSCRIBE, "SUBSCRIBE", TEMPLATE, "TEMPLATE", CUSTOM, "CUSTOM", EMPLOYEE, "EMPLOYEE")
                .get(ask.path());
        return channel == null ? no : send(channel, ask, message -> no);
    }

    void grant(String openid, String template, int count, Instant now) {
        grants.add(openid, template, count);
        journal.grant(openid, template, count);
        for (int tap = 0; tap < count; tap++) {
            witness.answered(openid, template, "accept", now);
        }
    }

    /** The person voids in WeChat's settings what they had agreed to. */
    void voidGrants(String openid, String template, Instant now) {
        grant(openid, template, -grants.left(openid, template), now);
        witness.changed(openid, template, now);
    }

    void speaks(String openid, Instant now) {
        spoken.put(openid, new Spoken(now, SPOKE, REPLIES, 0));
    }

    /** The person did this in the official account. */
    void does(String openid, Saying saying, Instant now) {
        if (saying.is("subscribe")) {
            people.follow(openid);
        }
        if (saying.is("unsubscribe")) {
            people.unfollow(openid);
            spoken.remove(openid);
        }
        if (saying.opens() == Saying.Opens.FIVE_IN_TWO_DAYS) {
            speaks(openid, now);
        }
        if (saying.opens() == Saying.Opens.THREE_IN_A_MINUTE && !isOpen(openid, now)) {
            spoken.put(openid, new Spoken(now, TAPPED, TAP_REPLIES, 0));
        }
    }

    private boolean isOpen(String openid, Instant now) {
        var last = spoken.get(openid);
        return last != null
                && Duration.between(last.at(), now).compareTo(last.open()) <= 0
                && last.answered() < last.most();
    }

    /** What the person was answered on the line. */
    void replied(String openid, String text, Instant now) {
        var message = new SentMessage(
                sent.nextId(),
                now,
                "PASSIVE",
                "",
                openid,
                "",
                null,
                Map.of("text", text),
                new Result(0, "ok", null, false));
        journal.message(message);
        keep(message);
    }

    private Reply follower(Ask ask) {
        var openid = ask.query("openid");
        if (!openid.matches("mp-[A-Za-z0-9_-]{1,60}")) {
            return Reply.no(40003, "invalid openid");
        }
        return people.follows(openid)
                ? Reply.bare(Map.of("subscribe", 1, "openid", openid, "unionid", "u-" + openid.substring(3)))
                : Reply.bare(Map.of("subscribe", 0, "openid", openid));
    }

    private Reply stableToken(Ask ask) {
        var wrong = wrongApp(ask.body("appid"), ask.body("secret"), ask.body("grant_type"));
        if (wrong.isPresent()) {
            return wrong.get();
        }
        var force = ask.body().path("force_refresh").asBoolean(false);
        var token = tokens.stable(ask.body("appid"), force, ask.now());
        return token == null ? Reply.no(45009, "reach max api daily quota limit") : told(token, ask.now());
    }

    private Reply token(Ask ask) {
        return wrongApp(ask.query("appid"), ask.query("secret"), ask.query("grant_type"))
                .orElseGet(() -> told(tokens.issue(ask.query("appid"), ask.now()), ask.now()));
    }

    private static Reply told(IssuedTokens.Token token, Instant now) {
        return Reply.bare(Map.of("access_token", token.text(), "expires_in", token.secondsLeft(now)));
    }

    private Optional<Reply> wrongApp(String appId, String secret, String grantType) {
        if (!grantType.equals("client_credential")) {
            return Optional.of(Reply.no(40002, "invalid grant_type"));
        }
        return wrongApp(appId, secret);
    }

    private Optional<Reply> wrongApp(String appId, String secret) {
        var app = apps.get(appId);
        if (app == null) {
            return Optional.of(Reply.no(40013, "invalid appid"));
        }
        return app.secret().equals(secret) ? Optional.empty() : Optional.of(Reply.no(40125, "invalid appsecret"));
    }

    private Reply login(Ask ask) {
        var wrong = wrongApp(ask.query("appid"), ask.query("secret"));
        if (wrong.isPresent()) {
            return wrong.get();
        }
        var code = ask.query("js_code");
        if (code.isBlank() || code.length() > 128) {
            return Reply.no(40029, "invalid code");
        }
        if (!people.use(code)) {
            return Reply.no(40163, "code been used");
        }
        journal.code(code);
        var person = People.behind(code);
        seen.put(person.openid(), ask.now());
        return Reply.bare(
                Map.of("openid", person.openid(), "unionid", person.unionid(), "session_key", person.sessionKey()));
    }

    private Reply phone(Ask ask) {
        var code = ask.body("code");
        if (code.isBlank() || code.length() > 128 || !people.use("phone " + code) && !code.startsWith("demo-")) {
            return Reply.no(40029, "invalid code");
        }
        var number = People.phoneBehind(code);
        return Reply.ok(Map.of(
                "phone_info",
                Map.of(
                        "phoneNumber",
                        number,
                        "purePhoneNumber",
                        number,
                        "countryCode",
                        "86",
                        "watermark",
                        Map.of("timestamp", ask.now().getEpochSecond(), "appid", appOf(ask)))));
    }

    private String appOf(Ask ask) {
        return String.valueOf(tokens.holder(ask.query("access_token"), ask.now()));
    }

    private interface Sending {
        Reply answer(Ask ask);
    }

    /** Answers, and keeps what was asked with what came of it. */
    private Reply send(String channel, Ask ask, Sending sending) {
        var before = byClientId.get(doubleKey(ask));
        var dropped = before != null
                && Duration.between(before.at(), ask.now()).compareTo(DOUBLES) < 0
                && channel.equals("TEMPLATE");
        var id = sent.nextId();
        var reply = dropped ? taken(before.id(), ask.now()) : sending.answer(ask);
        var msgid = reply.errcode() == 0 ? msgid(dropped ? before.id() : id, ask.now()) : null;
        var message = message(id, channel, ask, new Result(reply.errcode(), reply.errmsg(), msgid, dropped));
        journal.message(message);
        keep(message);
        witness.sent(message);
        return reply;
    }

    /** Has the effects of a message that was answered: now, or when the journal is read again. */
    void keep(SentMessage message) {
        sent.add(message);
        if (!message.arrived()) {
            return;
        }
        if (message.channel().equals("SUBSCRIBE")) {
            grants.spend(message.openid(), message.template());
        }
        if (message.clientMsgId() != null) {
            byClientId.put(message.openid() + " " + message.clientMsgId(), message);
        }
    }

    /** An answer that nobody hears, for it comes too late. */
    void unheard(Ask ask) {
        journal.unheard(ask.now(), fields(ask.body().path("data")));
    }

    private static @Nullable String doubleKey(Ask ask) {
        var id = ask.body("client_msg_id");
        return id.isEmpty() ? null : ask.body("touser") + " " + id;
    }

    private static SentMessage message(String id, String channel, Ask ask, Result result) {
        var clientMsgId = ask.body("client_msg_id");
        var page = channel.equals("TEMPLATE")
                ? ask.body().path("miniprogram").path("pagepath").asString("")
                : ask.body("page");
        return new SentMessage(
                id,
                ask.now(),
                channel,
                ask.body("template_id"),
                ask.body("touser"),
                page,
                clientMsgId.isEmpty() ? null : clientMsgId,
                switch (channel) {
                    case "CUSTOM" -> words(ask.body());
                    case "EMPLOYEE" -> fields(employeeData(ask));
                    default -> fields(ask.body().path("data"));
                },
                result);
    }

    private static Map<String, String> fields(JsonNode data) {
        var fields = new LinkedHashMap<String, String>();
        data.properties()
                .forEach(field -> fields.put(
                        field.getKey(), field.getValue().path("value").asString("")));
        return fields;
    }

    private static Map<String, String> words(JsonNode message) {
        return Map.of("text", message.path("text").path("content").asString(""));
    }

    private Reply subscribe(Ask ask) {
        var openid = ask.body("touser");
        var template = ask.body("template_id");
        if (!quotas.use(SUBSCRIBE, ask.now())) {
            return Reply.no(45009, "reach max api daily quota limit");
        }
        if (!openid.matches("o-[A-Za-z0-9_-]{1,60}")) {
            return Reply.no(40003, "invalid openid");
        }
        var wanted = templates.get(template);
        if (wanted == null) {
            return Reply.no(40037, "invalid template_id");
        }
        if (!STATES.contains(ask.body("miniprogram_state"))) {
            return Reply.no(47001, "data format error");
        }
        var fault = FieldRules.subscribeFault(wanted, ask.body().path("data"));
        if (fault.isPresent()) {
            return Reply.no(47003, fault.get());
        }
        return grants.any(openid, template)
                ? taken(sent.nextId(), ask.now())
                : Reply.no(43101, "user refuse to accept the msg");
    }

    private Reply template(Ask ask) {
        var openid = ask.body("touser");
        if (!quotas.use(TEMPLATE, ask.now())) {
            return Reply.no(45009, "reach max api daily quota limit");
        }
        if (!openid.matches("mp-[A-Za-z0-9_-]{1,60}")) {
            return Reply.no(40003, "invalid openid");
        }
        var wanted = templates.get(ask.body("template_id"));
        if (wanted == null) {
            return Reply.no(40037, "invalid template_id");
        }
        if (!people.follows(openid)) {
            return Reply.no(43004, "require subscribe");
        }
        var appId = ask.body().path("miniprogram").path("appid").asString("");
        if (!appId.isEmpty() && !apps.containsKey(appId)) {
            return Reply.no(40013, "invalid appid");
        }
        return FieldRules.templateFault(wanted, ask.body().path("data"))
                .map(fault -> Reply.no(47003, fault))
                .orElseGet(() -> taken(sent.nextId(), ask.now()));
    }

    private Reply custom(Ask ask) {
        var openid = ask.body("touser");
        var last = spoken.get(openid);
        if (last == null || Duration.between(last.at(), ask.now()).compareTo(last.open()) > 0) {
            return Reply.no(45015, "response out of time limit or subscription is canceled");
        }
        if (last.answered() >= last.most()) {
            return Reply.no(45047, "out of response count limit");
        }
        spoken.put(openid, new Spoken(last.at(), last.open(), last.most(), last.answered() + 1));
        return Reply.ok(Map.of());
    }

    /** To those who agreed only; the fields are JSON inside a text. */
    private Reply employee(Ask ask) {
        if (!employees.contains(ask.body("touser"))) {
            return Reply.no(40256, "invalid employee relation");
        }
        var wanted = templates.get(ask.body("template_id"));
        if (wanted == null || ask.body("page").isEmpty()) {
            return Reply.no(40097, "invalid args");
        }
        return FieldRules.subscribeFault(wanted, employeeData(ask))
                .map(fault -> Reply.no(40097, fault))
                .orElseGet(() -> Reply.ok(Map.of()));
    }

    private static JsonNode employeeData(Ask ask) {
        try {
            return JSON.readTree(ask.body("data")).path("data");
        } catch (JacksonException notJson) {
            return JSON.createObjectNode();
        }
    }

    private Reply miniappTemplates() {
        return Reply.ok(Map.of("data", listed("priTmplId", CatalogueTemplates::isOfSubscribe)));
    }

    /** A success of WeChat without an errcode. */
    private Reply officialTemplates() {
        return Reply.bare(Map.of("template_list", listed("template_id", CatalogueTemplates::isOfOfficialAccount)));
    }

    private List<Map<String, Object>> listed(String idName, Predicate<String> ofThisAccount) {
        return templates.entrySet().stream()
                .filter(template -> ofThisAccount.test(template.getKey()))
                .map(template -> Map.<String, Object>of(
                        idName,
                        template.getKey(),
                        "title",
                        template.getKey(),
                        "content",
                        template.getValue().stream()
                                .map(field -> field + ":{{" + field + ".DATA}}\n")
                                .collect(Collectors.joining())))
                .toList();
    }

    private static Reply taken(String id, Instant now) {
        return Reply.ok(Map.of("msgid", Long.parseLong(msgid(id, now))));
    }

    /** Near the size of the real ones, and the same for the same message. */
    private static String msgid(String id, Instant now) {
        return Long.toString(2_000_000_000_000_000L + Long.parseLong(id));
    }

    private Reply checkText(Ask ask) {
        var content = ask.body("content");
        if (content.isEmpty() || content.length() > 2500) {
            return Reply.no(47001, "data format error");
        }
        if (!wasHereLately(ask)) {
            return Reply.no(61010, "code is expired");
        }
        var suggest = content.contains("违禁") ? "risky" : content.contains("可疑") ? "review" : "pass";
        var label = suggest.equals("pass") ? 100 : 20001;
        return Reply.ok(Map.of(
                "result",
                Map.of("suggest", suggest, "label", label),
                "trace_id",
                "trace-" + ask.now().toEpochMilli()));
    }

    private Reply checkMedia(Ask ask) {
        var url = ask.body("media_url");
        var type = ask.body().path("media_type").asInt(0);
        if (!url.matches("https?://.+")
                || type < 1
                || type > 2
                || ask.body().path("version").asInt(0) != 2) {
            return Reply.no(47001, "data format error");
        }
        return wasHereLately(ask)
                ? Reply.ok(Map.of("trace_id", media.handIn(ask.body("openid"), url, type, ask.now())))
                : Reply.no(61010, "code is expired");
    }

    private boolean wasHereLately(Ask ask) {
        var last = seen.get(ask.body("openid"));
        return last != null && Duration.between(last, ask.now()).compareTo(ACTIVE) <= 0;
    }

    private Reply code(Ask ask) {
        var scene = ask.body("scene");
        if (scene.isEmpty() || scene.length() > 32) {
            return Reply.no(40169, "invalid length for scene, or the data is not json string");
        }
        var page = ask.body("page");
        return page.isEmpty() || page.startsWith("pages/") ? Reply.image(DOT) : Reply.no(41030, "invalid page");
    }

    private Reply quota(Ask ask) {
        var path = ask.body("cgi_path");
        var limit = quotas.limit(path);
        var used = quotas.used(path, ask.now());
        return knows(path)
                ? Reply.ok(Map.of("quota", Map.of("daily_limit", limit, "used", used, "remain", limit - used)))
                : Reply.no(76021, "cgi_path not found, please check");
    }
}
