package cn.huiyin.appointment;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A change of a slot as it is asked for.
 *
 * @param note CLOSE: why; those who had a place read it
 * @param capacity RESIZE: how many places from now on
 */
public record SlotMoveAsked(
        @NotNull(message = "请指明操作") Move move,
        @Nullable @Size(max = 200, message = "说明请不超过200字") String note,

        @Nullable @Min(value = 1, message = "名额应为1到500") @Max(value = 500, message = "名额应为1到500") Integer capacity) {

    /** What can be done with a slot. */
    public enum Move {
        CLOSE,
        RESIZE
    }
}
