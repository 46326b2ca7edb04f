package cn.huiyin.wechat;

import cn.huiyin.safety.spi.ContentChecker;
import cn.huiyin.safety.spi.Finding;
import cn.huiyin.safety.spi.Finding.Away;
import cn.huiyin.safety.spi.Finding.CannotTell;
import cn.huiyin.safety.spi.Finding.Failed;
import cn.huiyin.safety.spi.Finding.Judged;
import cn.huiyin.safety.spi.Finding.Submitted;
import cn.huiyin.safety.spi.Finding.Suggest;
import cn.huiyin.wechat.WechatTrouble.NotAsked;
import cn.huiyin.wechat.WechatTrouble.Refused;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** WeChat's content check 内容安全, version 2: texts at once, photos and voice by an event that comes later. */
final class WechatContentChecker implements ContentChecker {

    private static final int VERSION = 2;
    private static final Map<Kind, Integer> MEDIA_TYPES = Map.of(Kind.VOICE, 1, Kind.PHOTO, 2);
    private static final Map<String, Suggest> SUGGESTS =
            Map.of("pass", Suggest.PASS, "review", Suggest.REVIEW, "risky", Suggest.RISKY);

    private final WechatLine line;
    private final Workers workers;
    private final Alarms alarms;

    WechatContentChecker(WechatLine line, Workers workers, Alarms alarms) {
        this.line = line;
        this.workers = workers;
        this.alarms = alarms;
    }

    @Override
    public Mono<Finding> text(Text asked) {
        var body =
                Map.of("openid", asked.openid(), "scene", asked.scene(), "version", VERSION, "content", asked.words());
        return ask(WechatCall.CHECK, body, WechatContentChecker::judged);
    }

    @Override
    public Mono<Finding> media(Media asked) {
        var body = Map.of(
                "openid", asked.openid(),
                "scene", asked.scene(),
                "version", VERSION,
                "media_type", MEDIA_TYPES.get(asked.kind()),
                "media_url", asked.url());
        return ask(WechatCall.MEDIA_CHECK, body, WechatContentChecker::submitted);
    }

    private Mono<Finding> ask(WechatCall call, Map<String, ?> body, Function<JsonNode, Finding> reading) {
        return workers.run(() -> answer(call, body, reading))
                .onErrorResume(TimeoutException.class, e -> Mono.just(new Away("超过总时限", null)))
                .onErrorResume(RejectedExecutionException.class, e -> Mono.just(new Away("核对队列已满", null)));
    }

    private Finding answer(WechatCall call, Map<String, ?> body, Function<JsonNode, Finding> reading) {
        try {
            return reading.apply(line.tell(call, body, () -> {}));
        } catch (Refused no) {
            return refused(call, no);
        } catch (NotAsked never) {
            return new Away(never.reason(), never.after());
        } catch (WechatTrouble other) {
            return new Away(other.reason(), null);
        }
    }

    private static Finding judged(JsonNode answer) {
        var suggest = SUGGESTS.get(answer.at("/result/suggest").asString("").toLowerCase(Locale.ROOT));
        return suggest == null
                ? new Failed("微信的回答里没有结果")
                : new Judged(suggest, answer.at("/result/label").asInt(0));
    }

    private static Finding submitted(JsonNode answer) {
        var trace = answer.path("trace_id").asString("");
        return trace.isEmpty() ? new Failed("微信的回答里没有结果") : new Submitted(trace);
    }

    private Finding refused(WechatCall call, Refused no) {
        var row = WechatAnswers.row(call, no.code());
        if (row.reaction().alarms()) {
            alarms.raise(row);
        }
        var why = "%d %s".formatted(no.code(), row.meaning());
        return switch (row.reaction()) {
            case TRY_AGAIN, NEW_TOKEN, SUBMIT_AGAIN, ONE_AFTER_ANOTHER -> new Away(why, null);
            case SLOW_DOWN -> new Away(why, Duration.ofMinutes(1));
            case HOLD, TOMORROW -> new Away(why, Duration.ofHours(1));
            case ALARM -> new Away(why, Reaction.TEN_MINUTES);
            case HUMAN_LOOKS -> new CannotTell(row.meaning());
            default -> new Failed(why);
        };
    }
}
