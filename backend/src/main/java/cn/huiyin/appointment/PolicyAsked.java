package cn.huiyin.appointment;

import cn.huiyin.appointment.domain.Policy;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** The figures of booking as they are asked for, whole; see {@link Policy}. */
public record PolicyAsked(
        @NotNull(message = "请填写数字") @Min(value = 1, message = "应为1到50") @Max(value = 50, message = "应为1到50") Integer openBookings,

        @NotNull(message = "请填写数字") @Min(value = 1, message = "应为1到50") @Max(value = 50, message = "应为1到50") Integer noShows,

        @NotNull(message = "请填写数字") @Min(value = 1, message = "应为1到730") @Max(value = 730, message = "应为1到730") Integer noShowDays,

        @NotNull(message = "请填写数字") @Min(value = 0, message = "应为0到43200") @Max(value = 43200, message = "应为0到43200") Integer leadMinutes,

        @NotNull(message = "请填写数字") @Min(value = 0, message = "应为0到43200") @Max(value = 43200, message = "应为0到43200") Integer cancelMinutes,

        @NotNull(message = "请填写数字") @Min(value = 0, message = "应为0到240") @Max(value = 240, message = "应为0到240") Integer nearMinutes,

        @NotNull(message = "请填写数字") @Min(value = 0, message = "应为0到240") @Max(value = 240, message = "应为0到240") Integer farMinutes,

        @NotNull(message = "请填写数字") @Min(value = 0, message = "应为0到500") @Max(value = 500, message = "应为0到500") Integer waiting,

        @NotNull(message = "请填写数字") @Min(value = 0, message = "应为0到43200") @Max(value = 43200, message = "应为0到43200") Integer moveUpMinutes) {

    Policy after(int version) {
        return new Policy(
                openBookings,
                noShows,
                noShowDays,
                leadMinutes,
                cancelMinutes,
                nearMinutes,
                farMinutes,
                waiting,
                moveUpMinutes,
                version);
    }
}
