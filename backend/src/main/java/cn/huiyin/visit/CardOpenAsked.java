package cn.huiyin.visit;

import cn.huiyin.visit.domain.CardColour;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A needs card outside a visit: from a callback, a call, a word in passing.
 *
 * @param source where it was told
 * @param ticketNo the ticket whose callback it was told in
 */
public record CardOpenAsked(
        @NotNull(message = "请选择住户") @Pattern(regexp = "[a-z0-9]{4,32}", message = "住户编号不正确") String householdId,

        @NotNull(message = "请选择需求卡颜色") CardColour colour,

        @NotBlank(message = "请写明需要什么") @Size(max = 200, message = "需求请不超过200字") String what,

        @Nullable @Size(max = 40, message = "需求代码过长") String need,
        @Nullable LocalDate dueOn,
        @NotNull(message = "请选择需求的来源") Source source,
        @Nullable @Size(max = 64, message = "诉求编号过长") String ticketNo) {

    /** Where a need was told, where that was not on a visit. */
    public enum Source {
        /** 满意度回访. */
        CALLBACK,
        PHONE,
        OTHER
    }

    RecordAsked.Card card() {
        return new RecordAsked.Card(colour, what, need, dueOn);
    }
}
