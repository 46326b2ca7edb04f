package cn.huiyin.visit;

import cn.huiyin.visit.domain.CardColour;
import cn.huiyin.visit.domain.CardMove;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A move of a needs card as it is asked for.
 *
 * @param note what was done, or why
 * @param colour RECOLOUR: to which
 */
public record CardMoveAsked(
        @NotNull(message = "请指明操作") CardMove move,
        @Nullable @Size(max = 200, message = "说明请不超过200字") String note,
        @Nullable CardColour colour) {}
