package cn.huiyin.care.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A care plan.
 *
 * @param plain what the household reads of it, in plain words
 * @param goals what is to become better; only those who look after the household read them
 */
public record Plan(String plain, List<Goal> goals) {

    public Plan {
        goals = List.copyOf(goals);
    }

    public record Goal(String goal, List<Measure> measures) {

        public Goal {
            measures = List.copyOf(measures);
        }
    }

    /**
     * @param who does it, in words: a doctor, a neighbour, the family
     * @param by until when
     * @param doneOn null as long as it is not done
     */
    public record Measure(
            String what, String who, LocalDate by, @Nullable LocalDate doneOn) {}

    /** How many measures should be done by this day and are not. */
    public long late(LocalDate day) {
        return goals.stream()
                .flatMap(goal -> goal.measures().stream())
                .filter(measure -> measure.doneOn() == null && measure.by().isBefore(day))
                .count();
    }
}
