package cn.huiyin.care;

import cn.huiyin.care.domain.Plan;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step in a care.
 *
 * @param specialistId who is to look after the household, for ASSIGN and HAND_OVER
 * @param note why, for HAND_OVER; what was found, for REVIEW
 * @param plan the whole plan, for PLAN; for REVIEW where it changes
 */
public record CareAsked(
        @NotNull(message = "请选择要做什么") Step step,

        @Nullable @Size(max = 20, message = "专员编号过长") String specialistId,

        @Nullable @Size(max = 500, message = "说明请不超过500字") String note,

        @Nullable @Valid PlanAsked plan) {

    public enum Step {
        ASSIGN,
        HAND_OVER,
        PLAN,
        REVIEW
    }

    /** What is planned is not written into a log. */
    @Override
    public String toString() {
        return "CareAsked[" + step + "]";
    }

    public record PlanAsked(
            @NotBlank(message = "请用平常的话写一段给住户看的说明") @Size(max = 300, message = "给住户的说明请不超过300字") String plain,

            @NotEmpty(message = "请至少写一个目标") @Size(max = 10, message = "目标最多10个") List<@NotNull(message = "目标不能为空") @Valid GoalAsked> goals) {

        Plan asPlan() {
            return new Plan(plain.strip(), goals.stream().map(GoalAsked::asGoal).toList());
        }
    }

    public record GoalAsked(
            @NotBlank(message = "请写明目标") @Size(max = 200, message = "目标请不超过200字") String goal,

            @NotEmpty(message = "请写明措施") @Size(max = 10, message = "每个目标最多10条措施") List<@NotNull(message = "措施不能为空") @Valid MeasureAsked> measures) {

        Plan.Goal asGoal() {
            return new Plan.Goal(
                    goal.strip(), measures.stream().map(MeasureAsked::asMeasure).toList());
        }
    }

    public record MeasureAsked(
            @NotBlank(message = "请写明做什么") @Size(max = 200, message = "措施请不超过200字") String what,

            @NotBlank(message = "请写明谁来做") @Size(max = 40, message = "谁来做请不超过40字") String who,

            @NotNull(message = "请写明什么时候做完") LocalDate by,

            @Nullable LocalDate doneOn) {

        Plan.Measure asMeasure() {
            return new Plan.Measure(what.strip(), who.strip(), by, doneOn);
        }
    }
}
