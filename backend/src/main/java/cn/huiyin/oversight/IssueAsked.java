package cn.huiyin.oversight;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A rectification notice to be issued.
 *
 * @param visitId the check that found something
 * @param what what is to be put right
 * @param days working days for it; as the rules say where nobody names any
 */
public record IssueAsked(
        @NotNull(message = "请选择抽查") @Pattern(regexp = "[A-Za-z0-9_-]{8,64}", message = "走访编号不正确") String visitId,

        @NotBlank(message = "请写明要整改什么") @Size(max = 1000, message = "整改内容请不超过1000字") String what,

        @Nullable @Min(value = 1, message = "期限至少1个工作日") @Max(value = 60, message = "期限最多60个工作日") Integer days) {

    /** What is said is not written into a log. */
    @Override
    public String toString() {
        return "IssueAsked[" + visitId + "]";
    }
}
