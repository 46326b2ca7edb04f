package cn.huiyin.care;

import cn.huiyin.care.CareAsked.GoalAsked;
import cn.huiyin.care.CareAsked.MeasureAsked;
import cn.huiyin.care.CareAsked.PlanAsked;
import cn.huiyin.privacy.PlainWords;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps phone and identity numbers out of what is written of a care. */
final class CareWords {

    private static final String IN_THE_FILE = "；电话请记在家庭档案的联系方式里，会加密保存";

    private CareWords() {}

    static void check(@Nullable String note, @Nullable PlanAsked plan) {
        List<Fault> faults = new ArrayList<>();
        if (note != null) {
            plain("note", note, faults);
        }
        if (plan != null) {
            plain("plan.plain", plan.plain(), faults);
            for (int i = 0; i < plan.goals().size(); i++) {
                goal("plan.goals[%d].".formatted(i), plan.goals().get(i), faults);
            }
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
    }

    private static void goal(String prefix, GoalAsked asked, List<Fault> faults) {
        plain(prefix + "goal", asked.goal(), faults);
        for (int i = 0; i < asked.measures().size(); i++) {
            MeasureAsked measure = asked.measures().get(i);
            plain(prefix + "measures[%d].what".formatted(i), measure.what(), faults);
            plain(prefix + "measures[%d].who".formatted(i), measure.who(), faults);
        }
    }

    private static void plain(String field, String words, List<Fault> faults) {
        PlainWords.fault(field, words, IN_THE_FILE).ifPresent(faults::add);
    }
}
