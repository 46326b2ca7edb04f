package cn.huiyin.wechat;

import cn.huiyin.identity.spi.WechatIdentity;
import cn.huiyin.identity.spi.WechatLogin;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import cn.huiyin.wechat.WechatTrouble.Refused;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import tools.jackson.databind.JsonNode;

/**
 * Logging in with a code of {@code wx.login}. Needs no access token, so an outage of that does not keep anybody out. The
 * session_key is dropped where it arrives.
 */
final class MiniappLogin implements WechatLogin {

    private static final Duration COME_AGAIN = Duration.ofSeconds(5);
    private static final int BUSY = -1;

    private final WechatLine line;
    private final WechatSettings.WechatAccount miniapp;
    private final Workers workers;
    private final Alarms alarms;

    MiniappLogin(WechatLine line, WechatSettings.WechatAccount miniapp, Workers workers, Alarms alarms) {
        this.line = line;
        this.miniapp = miniapp;
        this.workers = workers;
        this.alarms = alarms;
    }

    @Override
    public Mono<WechatIdentity> login(String code) {
        return answer(WechatCall.LOGIN, () -> line.ask(WechatCall.LOGIN, question(code)))
                .map(MiniappLogin::person);
    }

    @Override
    public Mono<String> phoneNumber(String code) {
        return answer(WechatCall.PHONE, () -> line.tell(WechatCall.PHONE, Map.of("code", code), () -> {}))
                .map(this::phone);
    }

    private Mono<JsonNode> answer(WechatCall call, Callable<JsonNode> deed) {
        return workers.run(() -> Answer.to(deed))
                .flatMap(Answer::orError)
                .retryWhen(Retry.backoff(2, Duration.ofMillis(200)).filter(MiniappLogin::isBusy))
                .onErrorMap(reactor.core.Exceptions::isRetryExhausted, e -> e.getCause() == null ? e : e.getCause())
                .onErrorMap(WechatTrouble.class, trouble -> refusal(call, trouble))
                .onErrorMap(TimeoutException.class, e -> away())
                .onErrorMap(RejectedExecutionException.class, e -> away());
    }

    private static boolean isBusy(Throwable e) {
        return e instanceof Refused no && no.code() == BUSY;
    }

    /** What came back, as a value: a failure that comes after the caller has left is then no lost error. */
    private record Answer(@Nullable JsonNode tree, @Nullable WechatTrouble trouble) {

        static Answer to(Callable<JsonNode> deed) throws Exception {
            try {
                return new Answer(deed.call(), null);
            } catch (WechatTrouble trouble) {
                return new Answer(null, trouble);
            }
        }

        Mono<JsonNode> orError() {
            return trouble == null ? Mono.justOrEmpty(tree) : Mono.error(trouble);
        }
    }

    private Map<String, String> question(String code) {
        var question = new LinkedHashMap<String, String>();
        question.put("appid", String.valueOf(miniapp.appId()));
        question.put("secret", String.valueOf(miniapp.secret()));
        question.put("js_code", code);
        question.put("grant_type", "authorization_code");
        return question;
    }

    private static WechatIdentity person(JsonNode answer) {
        var openid = answer.path("openid").asString("");
        if (openid.isEmpty()) {
            throw away();
        }
        var unionid = answer.path("unionid").asString("");
        return new WechatIdentity(openid, unionid.isEmpty() ? null : unionid);
    }

    private String phone(JsonNode answer) {
        var info = answer.path("phone_info");
        var number = info.path("purePhoneNumber").asString("");
        if (number.isEmpty()) {
            throw away();
        }
        if (!info.path("watermark").path("appid").asString("").equals(miniapp.appId())) {
            throw newCode();
        }
        return number;
    }

    private Refusal refusal(WechatCall call, WechatTrouble trouble) {
        if (!(trouble instanceof Refused no)) {
            return away();
        }
        var row = WechatAnswers.row(call, no.code());
        if (row.reaction().alarms()) {
            alarms.raise(row);
        }
        return switch (row.reaction()) {
            case LOG_IN_AGAIN -> Refusal.loginAgain("LOGIN_CODE_INVALID", "登录凭证已失效，请重新登录");
            case REFUSE -> Refusal.notYours("LOGIN_REFUSED", "微信提示该账号存在风险，暂时不能登录");
            case NEW_CODE -> newCode();
            default -> away();
        };
    }

    private static Refusal newCode() {
        return Refusal.invalid(new Fault("code", "手机号授权已失效，请重新点击获取手机号"));
    }

    private static Refusal away() {
        return Refusal.unavailable("WECHAT_AWAY", "微信暂时没有回应，请稍后再试", COME_AGAIN);
    }
}
