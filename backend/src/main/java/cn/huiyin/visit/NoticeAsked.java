package cn.huiyin.visit;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What visits are for, told to everybody in a place at once. */
public record NoticeAsked(
        @NotNull(message = "请选择地点") @Size(max = 64, message = "地点编号过长") String placeId,

        @NotNull(message = "请选择方式：公告栏或微信群") Way way,

        @NotBlank(message = "请写明走访的目的") @Size(max = 200, message = "走访目的请不超过200字") String purpose) {

    /** How one tells everybody. */
    public enum Way {
        BOARD,
        WECHAT_GROUP
    }
}
