package cn.huiyin.oversight;

import cn.huiyin.oversight.domain.Rules;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** The figures of oversight as they are asked for, whole; see {@link Rules}. */
public record RulesAsked(
        @NotNull(message = "请填写数字") @Min(value = 10, message = "抽查比例不能低于10%") @Max(value = 100, message = "应为10到100") Integer share,

        @NotNull(message = "请填写数字") @Min(value = 1, message = "应为1到15") @Max(value = 15, message = "应为1到15") Integer drawAfterDays,

        @NotNull(message = "请填写数字") @Min(value = 1, message = "应为1到60") @Max(value = 60, message = "应为1到60") Integer checkWithin,

        @NotNull(message = "请填写数字") @Min(value = 1, message = "应为1到60") @Max(value = 60, message = "应为1到60") Integer rectifyWithin,

        @NotNull(message = "请填写数字") @Min(value = 1, message = "应为1到60") @Max(value = 60, message = "应为1到60") Integer rectifyAgain,

        @NotNull(message = "请填写数字") @Min(value = 0, message = "应为0到10") @Max(value = 10, message = "应为0到10") Integer remindBefore,

        @NotNull(message = "请填写数字") @Min(value = 1, message = "应为1到30") @Max(value = 30, message = "应为1到30") Integer streetAfter,

        @NotNull(message = "请填写数字") @Min(value = 1, message = "应为1到60") @Max(value = 60, message = "应为1到60") Integer lookBackWithin) {

    Rules after(int version) {
        return new Rules(
                share,
                drawAfterDays,
                checkWithin,
                rectifyWithin,
                rectifyAgain,
                remindBefore,
                streetAfter,
                lookBackWithin,
                version);
    }
}
