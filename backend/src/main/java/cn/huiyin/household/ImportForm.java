package cn.huiyin.household;

import cn.huiyin.household.ChangeAsked.Kind;
import cn.huiyin.household.domain.Relation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The homes of one building, as they are handed in. */
public record ImportForm(
        @NotEmpty(message = "没有要导入的住户") @Size(max = 300, message = "一次最多导入 300 户") List<@NotNull(message = "住户不能为空") @Valid Home> homes) {

    /** A home, with who lives there. */
    public record Home(
            @NotBlank(message = "请填写门牌") @Size(max = 40, message = "门牌最多 40 个字") String room,

            @Nullable Occupancy status,

            @Nullable @Size(max = 20, message = "一户最多 20 位成员") List<@NotNull(message = "成员不能为空") @Valid Person> members,

            @Nullable @Size(max = 16, message = "一户最多 16 个标签") List<@NotNull(message = "标签不能为空") @Valid Given> tags) {

        ChangesAsked asked() {
            List<ChangeAsked> changes = new ArrayList<>();
            if (status != null) {
                changes.add(change(Kind.STATUS, null, null, status, null));
            }
            Objects.requireNonNullElse(members, List.<Person>of())
                    .forEach(person -> changes.add(change(Kind.MEMBER, null, null, null, person)));
            Objects.requireNonNullElse(tags, List.<Given>of())
                    .forEach(tag -> changes.add(change(Kind.TAG, tag.code(), tag.reason(), null, null)));
            return new ChangesAsked(null, "批量导入", changes);
        }
    }

    public record Person(
            @NotBlank(message = "请填写姓名") @Size(max = 40, message = "姓名最多 40 个字") String name,

            @Nullable @Size(max = 10, message = "出生日期应为 1950-03-07 或 1950") String birth,

            @Nullable Relation relation,
            @Nullable @Size(max = 20, message = "电话号码过长") String phone,
            @Nullable @Size(max = 20, message = "身份证号过长") String idNumber) {

        /** A person must not be printed by accident. */
        @Override
        public String toString() {
            return "Person";
        }
    }

    public record Given(
            @NotBlank(message = "请选择标签") @Size(max = 40, message = "代码过长") String code,

            @NotBlank(message = "请写明认定的依据") @Size(max = 200, message = "最多 200 个字") String reason) {}

    private static ChangeAsked change(
            Kind kind,
            @Nullable String code,
            @Nullable String words,
            @Nullable Occupancy status,
            @Nullable Person person) {
        return new ChangeAsked(
                kind,
                null,
                null,
                status,
                code,
                person == null ? null : person.name(),
                person == null ? null : person.birth(),
                person == null ? null : person.relation(),
                person == null ? null : person.phone(),
                person == null ? null : person.idNumber(),
                null,
                null,
                null,
                null,
                words,
                null,
                null,
                null,
                null);
    }
}
