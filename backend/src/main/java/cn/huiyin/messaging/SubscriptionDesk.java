package cn.huiyin.messaging;

import cn.huiyin.idempotency.Answer;
import cn.huiyin.idempotency.Repeat;
import cn.huiyin.idempotency.Repeats;
import cn.huiyin.identity.Caller;
import cn.huiyin.messaging.delivery.TemplateIds;
import cn.huiyin.messaging.domain.Catalogue;
import cn.huiyin.messaging.domain.Entry;
import cn.huiyin.messaging.domain.Letter;
import cn.huiyin.messaging.domain.Template;
import cn.huiyin.messaging.store.MessageGrants;
import cn.huiyin.messaging.store.MessageGrants.Teller;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What the mini-program asks permission for, and what the person answered. */
@Component
public class SubscriptionDesk {

    private static final String SUBSCRIBE = "SUBSCRIBE";
    private static final Set<String> ANSWERS = Set.of("accept", "reject", "ban", "filter");
    private static final int MOST_ANSWERS = 20;
    private static final int SHOWN_OF_AN_ID = 64;

    private final Catalogue catalogue;
    private final TemplateIds ids;
    private final MessageGrants grants;
    private final Repeats repeats;

    public SubscriptionDesk(Catalogue catalogue, TemplateIds ids, MessageGrants grants, Repeats repeats) {
        this.catalogue = catalogue;
        this.ids = ids;
        this.grants = grants;
        this.repeats = repeats;
    }

    /**
     * At most five, of one type, as wx.requestSubscribeMessage takes them; those without an id here are left out.
     *
     * @param occasion a tap such as {@code SUBMIT}, or an occasion of the catalogue; null for what suits the caller
     */
    public List<Asked> toAsk(Caller caller, @Nullable String occasion) {
        var tap = occasion != null ? occasion : caller.isStaff() ? "STAFF_DESK" : "SUBMIT";
        var templates = catalogue.taps().containsKey(tap)
                ? catalogue.taps().get(tap)
                : catalogue.find(tap).map(SubscriptionDesk::templates).orElseThrow(this::noSuchOccasion);
        return templates.stream()
                .flatMap(template -> ids.of(template).stream().map(id -> asked(template, id)))
                .toList();
    }

    /** @param results by template id: accept, reject, ban or filter */
    public Mono<Answer> answered(Map<String, String> results, Repeat repeat) {
        var faults = faults(results);
        return faults.isEmpty()
                ? repeats.once(repeat, () -> grants.answered(results, Teller.PAGE, repeat))
                : Mono.error(Refusal.invalid(faults));
    }

    /** JSON: the grants that are left, by template. */
    public Mono<String> ledger(Caller caller) {
        return grants.ledger(caller.id().value());
    }

    private Asked asked(Template template, String id) {
        var occasions = catalogue.entries().values().stream()
                .filter(entry -> templates(entry).contains(template))
                .map(Entry::occasion)
                .toList();
        return new Asked(id, template.title(), occasions);
    }

    private Refusal noSuchOccasion() {
        return Refusal.invalid(
                new Fault("occasion", "只能是 " + String.join("、", catalogue.taps().keySet()) + " 或一种消息的名称"));
    }

    private List<Fault> faults(Map<String, String> results) {
        if (results.isEmpty() || results.size() > MOST_ANSWERS) {
            return List.of(new Fault("results", "须有 1 到 " + MOST_ANSWERS + " 个模板的选择"));
        }
        var known = catalogue.templates().values().stream()
                .filter(template -> template.channel().equals(SUBSCRIBE))
                .flatMap(template -> ids.of(template).stream())
                .collect(Collectors.toSet());
        var faults = new ArrayList<Fault>();
        results.forEach((id, answer) -> {
            var field = "results." + id.substring(0, Math.min(id.length(), SHOWN_OF_AN_ID));
            if (!known.contains(id)) {
                faults.add(new Fault(field, "没有这个消息模板"));
            } else if (answer == null || !ANSWERS.contains(answer)) {
                faults.add(new Fault(field, "只能是 accept、reject、ban、filter 之一"));
            }
        });
        return faults;
    }

    private static List<Template> templates(Entry entry) {
        return entry.letters().stream()
                .map(Letter::template)
                .filter(template -> template.channel().equals(SUBSCRIBE))
                .toList();
    }

    /** A template to ask permission for, and what it will be used for. */
    public record Asked(String templateId, String title, List<String> occasions) {}
}
