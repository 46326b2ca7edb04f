package cn.huiyin.oversight;

import cn.huiyin.oversight.domain.LookedBack;
import cn.huiyin.oversight.domain.RectificationMove;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A move of a rectification notice.
 *
 * @param note needed for all but ACCEPT and a look-back that holds
 * @param result what a look-back found
 */
public record RectificationAsked(
        @NotNull(message = "请选择要做什么") RectificationMove move,
        @Nullable LookedBack result,

        @Nullable @Size(max = 1000, message = "说明请不超过1000字") String note) {

    /** What is said is not written into a log. */
    @Override
    public String toString() {
        return "RectificationAsked[" + move + "]";
    }

    @Nullable String words() {
        return note == null || note.isBlank() ? null : note.strip();
    }

    /** Refuses what is not whole. */
    void check() {
        boolean silent = move == RectificationMove.ACCEPT || result == LookedBack.HOLDS;
        if (!silent && words() == null) {
            throw Refusal.invalid(new Fault("note", "请写明情况或原因"));
        }
        if ((move == RectificationMove.LOOK_BACK) != (result != null)) {
            throw Refusal.invalid(new Fault("result", "回头看时请选择结果，其他时候不用"));
        }
    }
}
