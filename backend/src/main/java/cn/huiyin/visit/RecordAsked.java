package cn.huiyin.visit;

import cn.huiyin.visit.domain.CardColour;
import cn.huiyin.visit.domain.Outcome;
import cn.huiyin.visit.domain.Way;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A visit as the phone wrote it down, perhaps days ago.
 *
 * @param id drawn on the phone; the same record sent twice is one
 * @param at when the visit began, by the phone
 * @param minutes how long it took; 1 where nobody says
 * @param checklistVersion the version that the phone had; needed where there are answers
 * @param answers by the codes of the items: a code, several, true or false, a number, or words
 * @param words for staff
 * @param warmNote 暖心备注: how to speak with them, what they like; for whoever comes next
 * @param toHousehold what the household reads of it
 * @param consent the household agreed right then
 * @param problems each becomes a ticket
 * @param cards what the household needs
 * @param revised the whole household file was gone through
 * @param appointmentId the appointment that was kept by it
 */
public record RecordAsked(
        @NotNull(message = "请带上记录编号") @Pattern(regexp = "[A-Za-z0-9_-]{8,64}", message = "记录编号应为8到64个字母、数字、横线或下划线") String id,

        @NotNull(message = "请选择住户") @Pattern(regexp = "[a-z0-9]{4,32}", message = "住户编号不正确") String householdId,

        @NotNull(message = "请写明走访时间") Instant at,

        @Nullable @Min(value = 1, message = "时长至少1分钟") @Max(value = 480, message = "时长最多480分钟") Integer minutes,

        @NotNull(message = "请选择走访方式") Way way,
        @NotNull(message = "请选择走访结果") Outcome outcome,
        @Nullable @Min(value = 1, message = "没有这一版清单") Integer checklistVersion,

        @Nullable @Size(max = 100, message = "清单回答最多100项") Map<@Size(max = 64, message = "清单项目代码过长") String, @NotNull(message = "回答不能为空") Object> answers,

        @Nullable @Size(max = 1000, message = "走访记录请不超过1000字") String words,

        @Nullable @Size(max = 300, message = "暖心备注请不超过300字") String warmNote,

        @Nullable @Size(max = 300, message = "给住户看的话请不超过300字") String toHousehold,

        @Nullable @Size(max = 9, message = "照片最多9张") List<@NotBlank(message = "照片编号不能为空") @Size(max = 64, message = "照片编号过长") String> photos,

        @Nullable @Valid ConsentTold consent,
        @Nullable @Size(max = 5, message = "一次走访最多转5件诉求") List<@NotNull(message = "问题不能为空") @Valid Problem> problems,
        @Nullable @Size(max = 10, message = "一次走访最多开10张需求卡") List<@NotNull(message = "需求卡不能为空") @Valid Card> cards,
        @Nullable Boolean revised,
        @Nullable @Size(max = 64, message = "预约号过长") String appointmentId) {

    /**
     * Agreement, asked and given on the visit itself.
     *
     * @param purpose what was told
     * @param byItself the household came by itself
     */
    public record ConsentTold(
            @NotBlank(message = "请写明告知的走访目的") @Size(max = 200, message = "走访目的请不超过200字") String purpose,

            @Nullable Boolean byItself) {}

    /**
     * A problem found, to become a ticket.
     *
     * @param place where it is; the home where nobody says
     * @param reporter the resident on whose behalf it is filed; the visitor where nobody is named
     */
    public record Problem(
            @NotBlank(message = "请写下发现的问题") @Size(max = 2000, message = "内容请不超过2000字") String description,

            @Nullable @Size(max = 65, message = "分类代码过长") String category,
            @Nullable Boolean urgent,
            @Nullable Boolean anonymous,

            @Nullable @Size(max = 200, message = "位置说明请不超过200字") String place,

            @Nullable @Size(max = 9, message = "照片和语音最多9个") List<@NotBlank(message = "附件编号不能为空") @Size(max = 64, message = "附件编号过长") String> media,

            @Nullable @Valid Reporter reporter) {}

    /** A resident of the home. */
    public record Reporter(
            @NotBlank(message = "请填写居民姓名或称呼") @Size(max = 20, message = "姓名请不超过20字") String name,

            @NotBlank(message = "请填写居民手机号") @Pattern(regexp = "1\\d{10}", message = "手机号应为11位数字") String phone) {}

    /**
     * What the household needs.
     *
     * @param need a code of the household file's needs, or null
     * @param dueOn earlier than the colour says, or null
     */
    public record Card(
            @NotNull(message = "请选择需求卡颜色") CardColour colour,

            @NotBlank(message = "请写明需要什么") @Size(max = 200, message = "需求请不超过200字") String what,

            @Nullable @Size(max = 40, message = "需求代码过长") String need,
            @Nullable LocalDate dueOn) {}
}
