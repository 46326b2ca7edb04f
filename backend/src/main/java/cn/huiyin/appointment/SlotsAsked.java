package cn.huiyin.appointment;

import cn.huiyin.appointment.SlotView.Where;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Times to be opened.
 *
 * @param staffId account of whoever comes, or is there
 * @param date the first day; the only one where {@code until} is missing
 * @param weekdays 1 for Monday to 7 for Sunday; every day if missing
 * @param minutesEach cuts each day into slots so long; one slot if missing
 * @param pauseMinutes between two of them
 * @param capacity places of each slot; 1 if missing
 * @param buildingId POINT: the building it is in
 * @param point POINT: where, in words
 * @param leadMinutes booked at least so long before; as the policy says if missing
 */
public record SlotsAsked(
        @NotBlank(message = "请选择服务") @Size(max = 32, message = "服务代码过长") String service,

        @NotBlank(message = "请选择服务人员") @Size(max = 20, message = "服务人员编号过长") String staffId,

        @NotBlank(message = "请选择社区") @Size(max = 64, message = "社区编号过长") String communityId,

        @NotNull(message = "请选择日期") LocalDate date,
        @Nullable LocalDate until,

        @Nullable @Size(max = 7, message = "星期最多选7个") Set<
                        @NotNull(message = "星期不能为空") @Min(value = 1, message = "星期应为1到7") @Max(value = 7, message = "星期应为1到7") Integer>
                weekdays,

        @NotNull(message = "请选择开始时间") LocalTime startTime,
        @NotNull(message = "请选择结束时间") LocalTime endTime,

        @Nullable @Min(value = 10, message = "每个时段应为10到720分钟") @Max(value = 720, message = "每个时段应为10到720分钟") Integer minutesEach,

        @Nullable @Min(value = 0, message = "间隔应为0到240分钟") @Max(value = 240, message = "间隔应为0到240分钟") Integer pauseMinutes,

        @Nullable @Min(value = 1, message = "名额应为1到500") @Max(value = 500, message = "名额应为1到500") Integer capacity,

        @NotNull(message = "请选择上门还是到点") Where at,
        @Nullable @Size(max = 64, message = "楼栋编号过长") String buildingId,
        @Nullable @Size(max = 60, message = "地点请不超过60字") String point,

        @Nullable @Min(value = 0, message = "提前时间应为0到43200分钟") @Max(value = 43200, message = "提前时间应为0到43200分钟") Integer leadMinutes,

        @Nullable @Min(value = 0, message = "取消时限应为0到43200分钟") @Max(value = 43200, message = "取消时限应为0到43200分钟") Integer cancelMinutes) {}
