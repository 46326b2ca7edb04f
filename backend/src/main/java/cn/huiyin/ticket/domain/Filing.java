package cn.huiyin.ticket.domain;

import cn.huiyin.identity.AccountId;
import cn.huiyin.ticket.Origin;
import cn.huiyin.ticket.TicketNo;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was filed; nothing changes it afterwards.
 *
 * @param reporter whose matter it is
 * @param recorder the staff member who wrote it down, if one did
 * @param anonymous units that handle it do not see whose it is
 * @param media ids of photos and voice
 * @param origin what it was made from, if something is known of that
 */
public record Filing(
        TicketNo no,
        String description,
        List<String> media,
        Channel channel,
        boolean anonymous,
        AccountId reporter,
        @Nullable AccountId recorder,
        @Nullable Origin origin,
        Instant at) {

    /** How the matter came in (T1). */
    public enum Channel {
        /** 小程序. */
        MINI_PROGRAM,
        /** 公众号. */
        OFFICIAL_ACCOUNT,
        /** 电话. */
        PHONE,
        /** 接待窗口. */
        COUNTER,
        /** 意见箱. */
        SUGGESTION_BOX,
        /** 上门走访. */
        HOME_VISIT,
        /** 巡查队. */
        PATROL
    }

    public Filing {
        media = List.copyOf(media);
    }

    /** The first twenty characters, for messages. */
    public String matter() {
        return matter(description);
    }

    /** The first twenty characters of a description, for lists. */
    public static String matter(String description) {
        String flat = description.strip().replaceAll("\\s+", " ");
        return flat.codePointCount(0, flat.length()) <= 20
                ? flat
                : flat.substring(0, flat.offsetByCodePoints(0, 19)) + "…";
    }
}
