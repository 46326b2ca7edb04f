package cn.huiyin.conversation.answering;

import cn.huiyin.conversation.domain.Intent.Kind;
import cn.huiyin.conversation.domain.Question;
import cn.huiyin.problem.Refusal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Who answers what: each kind of wish after each question has one deed, or none and is not understood. */
@Component
public class Deeds {

    private final Map<Kind, Map<Question, Deed>> table = new EnumMap<>(Kind.class);
    private final Misunderstanding otherwise;

    Deeds(List<Deed> deeds, Misunderstanding otherwise) {
        this.otherwise = otherwise;
        for (Kind kind : Kind.values()) {
            for (Question asked : Question.values()) {
                deeds.stream().filter(deed -> deed.takes(kind, asked)).forEach(deed -> put(kind, asked, deed));
            }
        }
    }

    private void put(Kind kind, Question asked, Deed deed) {
        Deed other = table.computeIfAbsent(kind, any -> new EnumMap<>(Question.class))
                .put(asked, deed);
        if (other != null) {
            throw new IllegalStateException("%s and %s both answer %s after %s"
                    .formatted(other.getClass().getSimpleName(), deed.getClass().getSimpleName(), kind, asked));
        }
    }

    /** The answer; where something is refused, the reason in plain words. */
    public Mono<Reply> answer(Talk talk) {
        Deed deed = table.getOrDefault(talk.intent().kind(), Map.of())
                .get(talk.memory().asked());
        return (deed == null ? otherwise.answer(talk) : deed.answer(talk))
                .onErrorResume(
                        Refusal.class,
                        refusal -> refusal.status() >= 500
                                ? Mono.error(refusal)
                                : Mono.just(talk.says(refusal.detail() + "。")));
    }
}
