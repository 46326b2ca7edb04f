package cn.huiyin.ticket;

import cn.huiyin.classification.HandlingKind;
import cn.huiyin.classification.LedgerColour;
import cn.huiyin.classification.Urgency;
import cn.huiyin.ticket.domain.DeadlineKind;
import cn.huiyin.ticket.domain.Move;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A move as it is asked for.
 *
 * @param note reason or content; which moves need one is said by the move
 * @param category CLASSIFY: the code; as it stands if missing
 * @param unitId DISPATCH, ESCALATE, CO_HANDLE: to whom; by the rules if missing
 * @param gridId CLASSIFY: a corrected place
 * @param deadline EXTEND: which one; the next answer due if missing
 * @param days EXTEND, SUPERVISE: working days
 * @param tellResident FOLLOW_UP: false keeps it among staff
 */
public record MoveAsked(
        @NotNull(message = "请指明操作") Move move,
        @Nullable @Size(max = 1000, message = "说明请不超过1000字") String note,
        @Nullable @Size(max = 65, message = "分类代码过长") String category,
        @Nullable Urgency urgency,
        @Nullable HandlingKind handlingKind,
        @Nullable LedgerColour colour,
        @Nullable @Size(max = 64, message = "单位编号过长") String unitId,
        @Nullable @Size(max = 64, message = "网格编号过长") String gridId,
        @Nullable DeadlineKind deadline,

        @Nullable @Min(value = 1, message = "天数应为1至30") @Max(value = 30, message = "天数应为1至30") Integer days,

        @Nullable Boolean tellResident) {

    public static MoveAsked plain(Move move, @Nullable String note) {
        return new MoveAsked(move, note, null, null, null, null, null, null, null, null, null);
    }
}
