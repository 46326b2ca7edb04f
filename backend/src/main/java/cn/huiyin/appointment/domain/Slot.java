package cn.huiyin.appointment.domain;

import cn.huiyin.appointment.SlotId;
import cn.huiyin.community.PlaceId;
import cn.huiyin.community.PlacePath;
import cn.huiyin.identity.AccountId;
import cn.huiyin.problem.Refusal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time that the community has opened.
 *
 * @param community whose residents may book it
 * @param staff who comes, or is there
 * @param taken places given away
 * @param atHome at the home of whoever books it; otherwise at the {@code point}
 * @param point where, in words
 * @param building where the point is, or the home that booked it
 * @param bookUntil booked until then by residents themselves
 * @param cancelUntil cancelled or moved until then by residents themselves
 * @param offHours 错时: in the evening, early, or on a day that is not worked
 */
public record Slot(
        SlotId id,
        PlacePath community,
        String service,
        AccountId staff,
        Instant startsAt,
        Instant endsAt,
        int capacity,
        int taken,
        int waiting,
        boolean atHome,
        @Nullable String point,
        @Nullable PlaceId building,
        Instant bookUntil,
        Instant cancelUntil,
        boolean offHours,
        boolean open,
        @Nullable String note,
        int version) {

    public int free() {
        return open ? Math.max(0, capacity - taken) : 0;
    }

    /** The same with one place less, or one more who waits. */
    public Slot givenTo(State state) {
        return new Slot(
                id,
                community,
                service,
                staff,
                startsAt,
                endsAt,
                capacity,
                state == State.BOOKED ? taken + 1 : taken,
                state == State.WAITING ? waiting + 1 : waiting,
                atHome,
                point,
                building,
                bookUntil,
                cancelUntil,
                offHours,
                open,
                note,
                version);
    }

    /** Whether somebody may still book it; whether a place is free is for the store to say. */
    public void mustBeBookable(Instant now, boolean byOneself) {
        if (!open) {
            throw Refusal.conflict("SLOT_GONE", "这个时段已经关闭，请换一个时间");
        }
        if (!now.isBefore(startsAt)) {
            throw Refusal.conflict("SLOT_GONE", "这个时段已经过了，请换一个时间");
        }
        if (byOneself && now.isAfter(bookUntil)) {
            throw Refusal.conflict("SLOT_GONE", "这个时段要提前%s预约，现在来不及了，请换一个时间，或打电话给社区".formatted(inWords(bookUntil)));
        }
    }

    /** Whether it may still be closed or resized. */
    public void mustBeChangeable(Instant now) {
        if (!open) {
            throw Refusal.conflict("SLOT_GONE", "这个时段已经关闭了");
        }
        if (!now.isBefore(startsAt)) {
            throw Refusal.conflict("SLOT_GONE", "这个时段已经开始了，不能再改；没来的请在预约里记为未到");
        }
    }

    /** How long before its beginning a moment lies: 2小时, 30分钟, 1天. */
    String inWords(Instant limit) {
        long minutes = Duration.between(limit, startsAt).toMinutes();
        if (minutes % (24 * 60) == 0 && minutes > 0) {
            return minutes / (24 * 60) + "天";
        }
        return minutes % 60 == 0 && minutes > 0 ? minutes / 60 + "小时" : minutes + "分钟";
    }
}
