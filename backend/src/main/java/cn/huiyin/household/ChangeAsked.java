package cn.huiyin.household;

import cn.huiyin.household.domain.Fact;
import cn.huiyin.household.domain.Relation;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One change as it is asked for. Which fields count is said by the kind; of a member that is there already, what is not
 * said stays as it was, and {@code clear} names what is to be emptied.
 *
 * @param id of a member or resource that is there already; null for a new one
 * @param code of a tag or a need
 * @param birth a day such as 1950-03-07, or a year
 */
public record ChangeAsked(
        @NotNull(message = "请说明要修改什么") Kind kind,
        @Nullable Boolean remove,
        @Nullable @Size(max = 20, message = "编号过长") String id,
        @Nullable Occupancy status,
        @Nullable @Size(max = 40, message = "代码过长") String code,
        @Nullable @Size(max = 40, message = "姓名最多 40 个字") String name,

        @Nullable @Size(max = 10, message = "出生日期应为 1950-03-07 或 1950") String birth,

        @Nullable Relation relation,
        @Nullable @Size(max = 20, message = "电话号码过长") String phone,
        @Nullable @Size(max = 20, message = "身份证号过长") String idNumber,

        @Nullable @Size(max = 500, message = "健康备注最多 500 个字") String health,

        @Nullable Boolean atHome,
        @Nullable @Size(max = 19, message = "账号编号过长") String accountId,
        @Nullable Boolean me,
        @Nullable @Size(max = 500, message = "最多 500 个字") String words,
        @Nullable LocalDate until,
        Fact.Resource.@Nullable Kind resource,

        @Nullable @Size(max = 40, message = "方便联系的时间最多 40 个字") String bestTime,

        @Nullable Set<Clear> clear) {

    /** What can be changed; {@code atOnce} also by those who live there, without anybody's confirmation. */
    public enum Kind {
        STATUS(false),
        NOTE(false),
        MEMBER(false),
        TAG(false),
        WISH(true),
        RESOURCE(true),
        CONTACT(true),
        TOUCHED(false),
        REVISED(false);

        private final boolean atOnce;

        Kind(boolean atOnce) {
            this.atOnce = atOnce;
        }

        public boolean atOnce() {
            return atOnce;
        }
    }

    /** What of a member can be emptied. */
    public enum Clear {
        BIRTH,
        PHONE,
        ID_NUMBER,
        HEALTH,
        ACCOUNT
    }

    boolean isRemoval() {
        return Boolean.TRUE.equals(remove);
    }

    boolean clears(Clear what) {
        return clear != null && clear.contains(what);
    }

    /** A person must not be printed by accident. */
    @Override
    public String toString() {
        return "ChangeAsked[" + kind + "]";
    }
}
