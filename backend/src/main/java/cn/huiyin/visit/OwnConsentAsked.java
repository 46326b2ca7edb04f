package cn.huiyin.visit;

import cn.huiyin.visit.domain.ConsentDeed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a resident says about visits to their home.
 *
 * @param words why; nobody has to say
 */
public record OwnConsentAsked(
        @NotNull(message = "请选择同意、谢绝或收回同意") ConsentDeed deed,
        @Nullable @Size(max = 200, message = "说明请不超过200字") String words) {}
