package cn.huiyin.messaging;

import cn.huiyin.idempotency.Answer;
import cn.huiyin.idempotency.Repeat;
import cn.huiyin.idempotency.Repeats;
import cn.huiyin.identity.AccountId;
import cn.huiyin.messaging.delivery.TemplateIds;
import cn.huiyin.messaging.domain.Catalogue;
import cn.huiyin.messaging.store.MessageGrants;
import cn.huiyin.messaging.store.MessageGrants.Teller;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The door for what WeChat itself says about subscription grants. May be told twice or late: the same fact counts once, and
 * the same accept counts once whether the page told of it, WeChat, or both.
 */
@Component
public class Grants {

    private static final Set<String> ANSWERS = Set.of("accept", "reject");

    private final Catalogue catalogue;
    private final TemplateIds ids;
    private final MessageGrants grants;
    private final Repeats repeats;

    public Grants(Catalogue catalogue, TemplateIds ids, MessageGrants grants, Repeats repeats) {
        this.catalogue = catalogue;
        this.ids = ids;
        this.grants = grants;
        this.repeats = repeats;
    }

    /**
     * The person answered a question of the mini-program.
     *
     * @param answer {@code accept} or {@code reject}; anything else is not counted
     * @param fact names what told us, at most 64 characters of ASCII; the same fact is the same answer
     */
    public Mono<Void> answered(AccountId who, String templateId, String answer, String fact) {
        var repeat = repeat(who, templateId, answer, fact);
        return once(
                templateId, answer, repeat, () -> grants.answered(Map.of(templateId, answer), Teller.WECHAT, repeat));
    }

    /** The person changed their mind in WeChat's settings: {@code reject} voids what was granted. */
    public Mono<Void> changed(AccountId who, String templateId, String answer, String fact) {
        var repeat = repeat(who, templateId, answer, fact);
        return once(templateId, answer, repeat, () -> grants.changed(templateId, answer, repeat));
    }

    private Mono<Void> once(String templateId, String answer, Repeat repeat, Supplier<Mono<Answer>> work) {
        return isOurs(templateId) && ANSWERS.contains(answer)
                ? repeats.once(repeat, work).then()
                : Mono.empty();
    }

    private static Repeat repeat(AccountId who, String templateId, String answer, String fact) {
        var key = fact + "/" + Integer.toHexString(templateId.hashCode());
        return Repeat.of(who.value(), key, "WECHAT", Map.of("template", templateId, "answer", answer));
    }

    private boolean isOurs(String templateId) {
        return catalogue.templates().values().stream()
                .anyMatch(
                        template -> ids.of(template).filter(templateId::equals).isPresent());
    }
}
