package cn.huiyin.wechat;

import cn.huiyin.messaging.spi.Outcome;
import cn.huiyin.wechat.WechatTrouble.NoAnswer;
import cn.huiyin.wechat.WechatTrouble.NotAsked;
import cn.huiyin.wechat.WechatTrouble.NotWechat;
import cn.huiyin.wechat.WechatTrouble.Refused;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Sends one message and says what became of it; both channels of WeChat are made of this. */
final class MessageLine {

    private final WechatLine line;
    private final WechatCall call;
    private final Workers workers;
    private final Alarms alarms;

    MessageLine(WechatLine line, WechatCall call, Workers workers, Alarms alarms) {
        this.line = line;
        this.call = call;
        this.workers = workers;
        this.alarms = alarms;
    }

    Mono<Outcome> send(Object message) {
        return Mono.defer(() -> {
            var asked = new AtomicBoolean();
            return workers.run(() -> hand(message, asked))
                    .onErrorResume(TimeoutException.class, e -> Mono.just(tooLate(asked)))
                    .onErrorResume(RejectedExecutionException.class, e -> Mono.just(new Outcome.Retry("发送队列已满", null)));
        });
    }

    private Outcome hand(Object message, AtomicBoolean asked) {
        try {
            return taken(line.tell(call, message, () -> asked.set(true)));
        } catch (WechatTrouble trouble) {
            return outcome(trouble);
        }
    }

    /** What the four shapes of failure come to. */
    private Outcome outcome(WechatTrouble trouble) {
        if (trouble instanceof Refused no) {
            return refused(no);
        }
        if (trouble instanceof NotAsked never) {
            return new Outcome.Down(never.reason(), never.after());
        }
        if (trouble instanceof NotWechat other) {
            return new Outcome.Down(other.reason(), null);
        }
        return new Outcome.Unknown(trouble.reason());
    }

    private Outcome refused(Refused no) {
        var row = WechatAnswers.row(call, no.code());
        if (row.reaction().alarms()) {
            alarms.raise(row);
        }
        return row.reaction().outcome("%d %s（%s）".formatted(no.code(), row.meaning(), no.reason()));
    }

    /** Only an answer that says so means taken. */
    private Outcome taken(JsonNode answer) {
        var msgid = answer.path("msgid");
        if (answer.has("errcode") || !msgid.isMissingNode()) {
            return new Outcome.Delivered(msgid.isValueNode() && !msgid.isNull() ? msgid.asString() : null);
        }
        return outcome(new NoAnswer("微信的回答里没有结果"));
    }

    private static Outcome tooLate(AtomicBoolean asked) {
        return asked.get() ? new Outcome.Unknown("超过总时限，不知道微信收到没有") : new Outcome.Down("超过总时限，还没有发给微信", null);
    }
}
