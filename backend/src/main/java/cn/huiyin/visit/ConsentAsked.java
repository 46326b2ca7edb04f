package cn.huiyin.visit;

import cn.huiyin.visit.domain.ConsentDeed;
import cn.huiyin.visit.domain.ConsentWay;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something told or said about visits, as it is noted.
 *
 * @param at when it was said; now where nobody says
 * @param purpose TELL: what visits are for
 * @param words why, or how it went
 * @param byItself staff: the household came by itself
 */
public record ConsentAsked(
        @NotNull(message = "请指明是告知、同意还是谢绝") ConsentDeed deed,
        @NotNull(message = "请选择方式") ConsentWay way,
        @Nullable Instant at,
        @Nullable @Size(max = 200, message = "走访目的请不超过200字") String purpose,
        @Nullable @Size(max = 200, message = "说明请不超过200字") String words,
        @Nullable Boolean byItself) {}
