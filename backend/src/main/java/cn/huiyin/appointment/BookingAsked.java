package cn.huiyin.appointment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A booking as it is asked for.
 *
 * @param needs codes of needs, or words; what the purpose says if missing
 * @param queue take a place on the waiting list where the slot is full
 * @param family for somebody of the same household
 * @param resident staff only: for a resident who phoned or came
 */
public record BookingAsked(
        @NotBlank(message = "请选择时段") @Size(max = 20, message = "时段编号过长") String slotId,

        @NotBlank(message = "请写一句要办的事") @Size(max = 200, message = "请不超过200字") String purpose,

        @Nullable @Size(max = 10, message = "需要最多选10项") List<@NotBlank(message = "需要不能为空") @Size(max = 40, message = "每项需要请不超过40字") String> needs,

        @Nullable Boolean queue,
        @Nullable @Valid Family family,
        @Nullable @Valid Resident resident) {

    /**
     * Somebody of the household, such as an elderly parent.
     *
     * @param memberId one of the members of the household file; name and relation are known then
     */
    public record Family(
            @Nullable @Size(max = 20, message = "家人编号过长") String memberId,

            @Nullable @Size(max = 20, message = "姓名请不超过20字") String name,

            @Nullable @Size(max = 10, message = "关系请不超过10字") String relation,

            @Nullable @Pattern(regexp = "1\\d{10}", message = "手机号应为11位数字") String phone) {}

    /** A resident for whom staff book. */
    public record Resident(
            @NotBlank(message = "请填写居民姓名或称呼") @Size(max = 20, message = "姓名请不超过20字") String name,

            @NotBlank(message = "请填写居民手机号") @Pattern(regexp = "1\\d{10}", message = "手机号应为11位数字") String phone,

            @NotNull(message = "请选择楼栋") @Size(max = 64, message = "楼栋编号过长") String buildingId,

            @Nullable @Size(max = 40, message = "门牌请不超过40字") String room) {}
}
