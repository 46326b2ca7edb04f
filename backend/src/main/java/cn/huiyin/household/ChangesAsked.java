package cn.huiyin.household;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes that belong together.
 *
 * @param from since when they are true; null for today
 * @param why kept with each of them
 */
public record ChangesAsked(
        @Nullable LocalDate from,
        @Nullable @Size(max = 200, message = "原因最多 200 个字") String why,

        @NotEmpty(message = "请写明要修改的内容") @Size(max = 30, message = "一次最多修改 30 项") List<@NotNull(message = "修改内容不能为空") @Valid ChangeAsked> changes) {}
