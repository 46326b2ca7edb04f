package cn.huiyin.classification;

import org.jspecify.annotations.Nullable;

/**
 * A kind of matter 分类.
 *
 * @param code such as {@code FACILITY} or, with its parent's code in front, {@code FACILITY.STREET_LIGHT}
 * @param parent the top category's code; null for a top category itself
 * @param name as residents read it, such as 路灯损坏
 * @param guide 反馈指南: what to say so that the matter is understood at once
 * @param urgency what it is unless the words say otherwise
 * @param handling how it is usually worked on
 * @param active whether it is offered; one that is not is still found, for the tickets that have it
 */
public record Category(
        String code,
        @Nullable String parent,
        String name,
        String guide,
        Urgency urgency,
        HandlingKind handling,
        boolean active) {

    /** Where a matter goes when nobody can tell. */
    public static final String OTHER = "OTHER";

    public boolean isTop() {
        return parent == null;
    }

    /** The top category's code. */
    public String top() {
        return parent == null ? code : parent;
    }
}
