package cn.huiyin.visit;

import cn.huiyin.household.HouseholdRules;
import cn.huiyin.privacy.PlainWords;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import cn.huiyin.visit.domain.Checklists;
import cn.huiyin.visit.domain.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What can be wrong with a record as it is written, before anybody looks at the home it is about. */
@Component
class RecordReading {

    private static final String IN_THE_FILE = "；电话请记在家庭档案的联系方式里，会加密保存";

    private final ChecklistShelf checklists;
    private final HouseholdRules rules;

    RecordReading(ChecklistShelf checklists, HouseholdRules rules) {
        this.checklists = checklists;
        this.rules = rules;
    }

    void check(RecordAsked asked) {
        List<Fault> faults = new ArrayList<>();
        plain("words", asked.words(), faults);
        plain("warmNote", asked.warmNote(), faults);
        plain("toHousehold", asked.toHousehold(), faults);
        answers(asked, faults);
        consent(asked, faults);
        List<RecordAsked.Problem> problems = asked.problems() == null ? List.of() : asked.problems();
        for (int i = 0; i < problems.size(); i++) {
            plain("problems[%d].description".formatted(i), problems.get(i).description(), faults);
            plain("problems[%d].place".formatted(i), problems.get(i).place(), faults);
        }
        List<RecordAsked.Card> cards = asked.cards() == null ? List.of() : asked.cards();
        for (int i = 0; i < cards.size(); i++) {
            card("cards[%d].".formatted(i), cards.get(i), faults);
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
    }

    void card(String prefix, RecordAsked.Card card, List<Fault> faults) {
        plain(prefix + "what", card.what(), faults);
        if (card.need() != null && rules.nameOfNeed(card.need()).isEmpty()) {
            faults.add(new Fault(prefix + "need", "没有这种需求，请从需求清单里选"));
        }
    }

    static void plain(String field, @Nullable String words, List<Fault> faults) {
        if (words != null) {
            PlainWords.fault(field, words, IN_THE_FILE).ifPresent(faults::add);
        }
    }

    private void answers(RecordAsked asked, List<Fault> faults) {
        Map<String, Object> answers = asked.answers() == null ? Map.of() : asked.answers();
        if (answers.isEmpty()) {
            return;
        }
        if (asked.checklistVersion() == null) {
            faults.add(new Fault("checklistVersion", "请写明回答的是哪一版清单"));
            return;
        }
        Optional<Checklists> version = checklists.version(asked.checklistVersion());
        if (version.isEmpty()) {
            faults.add(new Fault("checklistVersion", "没有这一版清单"));
            return;
        }
        faults.addAll(version.get().faults(answers));
        answers.forEach((code, answer) -> {
            if (answer instanceof String words) {
                plain("answers." + code, words, faults);
            }
        });
    }

    private static void consent(RecordAsked asked, List<Fault> faults) {
        if (asked.consent() == null) {
            return;
        }
        if (asked.outcome() != Outcome.MET) {
            faults.add(new Fault("consent", "见到了居民、居民同意时才填这一项"));
        }
        plain("consent.purpose", asked.consent().purpose(), faults);
    }
}
