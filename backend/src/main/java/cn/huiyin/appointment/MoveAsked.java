package cn.huiyin.appointment;

import cn.huiyin.appointment.domain.Move;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A move as it is asked for.
 *
 * @param note why; staff who cancel or move an appointment must say
 * @param slotId RESCHEDULE: where to
 */
public record MoveAsked(
        @NotNull(message = "请指明操作") Move move,
        @Nullable @Size(max = 200, message = "说明请不超过200字") String note,
        @Nullable @Size(max = 20, message = "时段编号过长") String slotId) {}
