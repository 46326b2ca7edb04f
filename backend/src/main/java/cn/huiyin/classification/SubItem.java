package cn.huiyin.classification;

import cn.huiyin.problem.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A sub-item as the staff write it; anything may be missing until {@link #faults()} has looked.
 *
 * @param active whether it is offered; true if not said
 */
public record SubItem(
        @Nullable String name,
        @Nullable String guide,
        @Nullable Urgency urgency,
        @Nullable HandlingKind handling,
        @Nullable Boolean active) {

    static final Pattern CODE = Pattern.compile("[A-Z][A-Z_]{1,31}\\.[A-Z][A-Z_]{1,31}");

    private static final int LONGEST_NAME = 20;
    private static final int LONGEST_GUIDE = 300;

    List<Fault> faults() {
        var faults = new ArrayList<Fault>();
        if (!isText(name, LONGEST_NAME)) {
            faults.add(new Fault("name", "名称应有 1 至 " + LONGEST_NAME + " 个字"));
        }
        if (!isText(guide, LONGEST_GUIDE)) {
            faults.add(new Fault("guide", "反馈指南应有 1 至 " + LONGEST_GUIDE + " 个字"));
        }
        if (urgency == null) {
            faults.add(new Fault("urgency", "请写明紧急程度"));
        }
        if (handling == null) {
            faults.add(new Fault("handling", "请写明办理方式"));
        }
        return faults;
    }

    private static boolean isText(@Nullable String text, int longest) {
        return text != null
                && !text.isBlank()
                && text.indexOf('\0') < 0
                && text.codePointCount(0, text.length()) <= longest;
    }

    /** Itself as a category; only once there are no faults. */
    Category as(String code) {
        if (name == null || guide == null || urgency == null || handling == null) {
            throw new IllegalStateException("not looked at: " + this);
        }
        return new Category(
                code,
                code.substring(0, code.indexOf('.')),
                name.strip(),
                guide.strip(),
                urgency,
                handling,
                active == null || active);
    }
}
