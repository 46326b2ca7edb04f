package cn.huiyin.conversation.answering;

import cn.huiyin.conversation.domain.Intent.Kind;
import cn.huiyin.conversation.domain.Question;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Greetings, thanks, anger, and a no to an offer: calmly, and the last question still stands. */
@Component
class SmallTalk implements Deed {

    private static final Map<Kind, String> ANSWERS = Map.of(
            Kind.GREETING, "您好！有什么事您说。要查办到哪了，发“查进度”。要反映事情，直接说是什么事。",
            Kind.THANKS, "不客气，应该的。有事随时跟我说。",
            Kind.ABUSE, "让您着急了，对不住。您说说是什么事，我记下来交上去。想找人说，回复“人工”。",
            Kind.NO, "好的。有事随时跟我说。");

    @Override
    public boolean takes(Kind kind, Question asked) {
        boolean offered = asked == Question.WANT_A_PERSON || asked == Question.WANT_TO_REPORT;
        return kind == Kind.NO ? offered : ANSWERS.containsKey(kind);
    }

    @Override
    public Mono<Reply> answer(Talk talk) {
        Kind kind = talk.intent().kind();
        String answer = ANSWERS.getOrDefault(kind, "");
        return Mono.just(kind == Kind.NO ? talk.says(answer, talk.memory().withoutQuestion()) : talk.says(answer));
    }
}
