package cn.huiyin.programme;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A new campaign.
 *
 * @param endsOn null for three months
 * @param pilots ids of the communities that begin; none where all begin at once
 */
public record CampaignAsked(
        @NotBlank(message = "请选择街道或社区") @Size(max = 64, message = "编号过长") String placeId,

        @NotBlank(message = "请填写名称") @Size(max = 40, message = "名称请不超过40字") String name,

        @NotNull(message = "请填写从哪天开始") LocalDate startsOn,

        @Nullable LocalDate endsOn,

        @Nullable @Size(max = 3, message = "试点社区最多3个") List<@NotBlank(message = "试点社区不能为空") @Size(max = 64, message = "编号过长") String> pilots) {}
