package cn.huiyin.ticket.store;

import static java.util.Objects.requireNonNullElse;

import cn.huiyin.ticket.domain.DeadlineKind;
import cn.huiyin.ticket.domain.DeadlinePolicy;
import cn.huiyin.ticket.domain.DeadlineRule;
import cn.huiyin.ticket.domain.LimitUnit;
import cn.huiyin.ticket.domain.Move;
import cn.huiyin.ticket.domain.Part;
import cn.huiyin.ticket.domain.ReminderStep;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

/** A version of the deadline policy as people write it: {@code policies/deadlines-1.yaml} is the example. */
public record PolicyDocument(
        @NotNull(message = "请给出时限规则") List<@NotNull(message = "规则不能为空") @Valid Rule> rules,
        @NotNull(message = "请给出提醒步骤") List<@NotNull(message = "步骤不能为空") @Valid Step> reminders,

        @Min(value = 1, message = "至少1天") @Max(value = 365, message = "最多365天") int reopenWindowDays,

        @Min(value = 1, message = "至少1小时") @Max(value = 720, message = "最多720小时") int nudgeEveryHours,

        @Min(value = 1, message = "至少1个工作日") @Max(value = 60, message = "最多60个工作日") int callbackReminderDays,

        @Min(value = 1, message = "至少1个工作日") @Max(value = 60, message = "最多60个工作日") int callbackVisitDays) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A rule, where what is not said means "for all". */
    public record Rule(
            @NotNull(message = "必须填写") String id,
            @NotNull(message = "必须填写") DeadlineKind kind,
            @NotNull(message = "必须填写") String sentence,
            @NotNull(message = "必须填写") String source,
            @NotNull(message = "必须填写") Set<Move> beginsOn,
            @NotNull(message = "必须填写") DeadlineRule.CountsFrom countsFrom,
            DeadlineRule.@Nullable When when,
            int amount,
            @NotNull(message = "必须填写") LimitUnit unit,
            @NotNull(message = "必须填写") Set<Move> metBy,
            boolean pausable,
            @NotNull(message = "必须填写") DeadlineRule.Repeats repeats) {

        private static final DeadlineRule.When ALWAYS = new DeadlineRule.When(null, null, null);

        DeadlineRule rule() {
            return new DeadlineRule(
                    id,
                    kind,
                    beginsOn,
                    countsFrom,
                    requireNonNullElse(when, ALWAYS),
                    amount,
                    unit,
                    metBy,
                    pausable,
                    repeats,
                    source,
                    sentence);
        }
    }

    /** When a deadline is spoken of, and to whom. */
    public record Step(
            @NotNull(message = "必须填写") String id,
            @NotNull(message = "必须填写") Set<LimitUnit> limits,
            @NotNull(message = "必须填写") String occasion,
            int offset,
            @NotNull(message = "必须填写") LimitUnit unit,
            @NotNull(message = "必须填写") Set<Part> audience) {

        ReminderStep step() {
            return new ReminderStep(id, limits, occasion, offset, unit, audience);
        }
    }

    /** Version 1. */
    public static PolicyDocument builtIn() {
        try (InputStream yaml = PolicyDocument.class.getResourceAsStream("/policies/deadlines-1.yaml")) {
            Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
            return JSON.convertValue(tree, PolicyDocument.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PolicyDocument ofJson(String json) {
        return JSON.readValue(json, PolicyDocument.class);
    }

    String json() {
        return JSON.writeValueAsString(this);
    }

    public DeadlinePolicy.Version version() {
        return new DeadlinePolicy.Version(
                rules.stream().map(Rule::rule).toList(),
                reminders.stream().map(Step::step).toList(),
                reopenWindowDays,
                nudgeEveryHours,
                callbackReminderDays,
                callbackVisitDays);
    }
}
