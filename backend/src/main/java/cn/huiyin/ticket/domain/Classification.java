package cn.huiyin.ticket.domain;

import cn.huiyin.classification.HandlingKind;
import cn.huiyin.classification.LedgerColour;
import cn.huiyin.classification.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * What a matter is held to be.
 *
 * @param category its code, or null while nobody has said
 * @param urgency 紧急程度
 * @param handlingKind 即时解决, 协调联动 or 长期跟进 (S3), once a person has said
 * @param colour of the ledger of problems 红黄绿 (S3), once a person has said
 */
public record Classification(
        @Nullable String category,
        Urgency urgency,
        @Nullable HandlingKind handlingKind,
        @Nullable LedgerColour colour) {

    /** A danger to people: act at once. */
    public boolean isHazard() {
        return urgency == Urgency.URGENT || colour == LedgerColour.RED;
    }
}
