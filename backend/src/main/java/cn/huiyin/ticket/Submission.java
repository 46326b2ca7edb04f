package cn.huiyin.ticket;

import cn.huiyin.ticket.domain.Filing.Channel;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody files, as it arrives.
 *
 * @param category its code; what the words suggest if missing
 * @param urgent a hazard, to be handled at once
 * @param anonymous not to be known to the units that handle it
 * @param channel how it came in; the mini-program if missing
 * @param reporter for whom a staff member writes it down
 */
public record Submission(
        @NotBlank(message = "请写下您要反映的事情") @Size(max = 2000, message = "内容请不超过2000字") String description,

        @Nullable @Size(max = 65, message = "分类代码过长") String category,

        @Nullable Boolean urgent,
        @Nullable @Valid PlaceAsked place,

        @Nullable @Size(max = 9, message = "照片和语音最多9个") List<@NotNull(message = "附件编号不能为空") @Size(max = 64, message = "附件编号过长") String> media,

        @Nullable Boolean anonymous,
        @Nullable Channel channel,
        @Nullable @Valid ReporterAsked reporter) {

    /**
     * What somebody told the official account.
     *
     * @param detail the place in their own words, where it is not known otherwise
     */
    public static Submission told(
            String description,
            boolean urgent,
            @Nullable String buildingId,
            @Nullable String gridId,
            @Nullable String detail) {
        return new Submission(
                description,
                null,
                urgent ? true : null,
                new PlaceAsked(gridId, buildingId, detail, null, null),
                null,
                null,
                Channel.OFFICIAL_ACCOUNT,
                null);
    }

    /**
     * What somebody found on a visit to a home, and files for those who live there.
     *
     * @param detail where it is, such as the room
     * @param reporter whose matter it is; the visitor's own where nobody is named
     */
    public static Submission found(
            String description,
            @Nullable String category,
            @Nullable Boolean urgent,
            @Nullable Boolean anonymous,
            String buildingId,
            @Nullable String detail,
            @Nullable List<String> media,
            @Nullable ReporterAsked reporter) {
        return new Submission(
                description,
                category,
                urgent,
                new PlaceAsked(null, buildingId, detail, null, null),
                media,
                anonymous,
                Channel.HOME_VISIT,
                reporter);
    }

    /** Any one of grid, building or position is enough; without one, the reporter's home. */
    public record PlaceAsked(
            @Nullable @Size(max = 64, message = "网格编号过长") String gridId,
            @Nullable @Size(max = 64, message = "楼栋编号过长") String buildingId,

            @Nullable @Size(max = 200, message = "位置说明请不超过200字") String detail,

            @Nullable @DecimalMin(value = "-180", message = "经度应在-180到180之间") @DecimalMax(value = "180", message = "经度应在-180到180之间") Double lng,

            @Nullable @DecimalMin(value = "-90", message = "纬度应在-90到90之间") @DecimalMax(value = "90", message = "纬度应在-90到90之间") Double lat) {

        static final PlaceAsked NOWHERE = new PlaceAsked(null, null, null, null, null);
    }

    /** A resident who phoned or came to the counter. */
    public record ReporterAsked(
            @NotBlank(message = "请填写居民姓名或称呼") @Size(max = 20, message = "姓名请不超过20字") String name,

            @NotBlank(message = "请填写居民手机号") @Pattern(regexp = "1\\d{10}", message = "手机号应为11位数字") String phone) {}
}
