package cn.huiyin.appointment.domain;

import cn.huiyin.community.PlacePath;
import cn.huiyin.identity.AccountId;
import cn.huiyin.safety.Marks;
import cn.huiyin.safety.Writing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people write about an appointment for others to read: all of it passes the content check (M9). */
public final class Spoken {

    /** What it is to the content check. */
    public static final String SUBJECT = "visit";

    /** WeChat's word for where it is read. */
    private static final int COMMENT = 2;

    private Spoken() {}

    /** What a visit is to be about. */
    public static List<Writing> purpose(String no, PlacePath home, Actor by, Part as, String words) {
        return List.of(writing(no, home, Marks.DESCRIPTION, by.id(), as, words));
    }

    /** What was said with a move. */
    public static List<Writing> note(Moved moved, Actor by) {
        String note = moved.order().note();
        Appointment before = moved.before();
        return note == null || note.isBlank() || moved.as() == Part.SYSTEM
                ? List.of()
                : List.of(writing(
                        before.no().value(),
                        before.home(),
                        Marks.event(before.version() + 1),
                        by.id(),
                        moved.as(),
                        note));
    }

    private static Writing writing(
            String no, PlacePath home, String part, AccountId author, Part as, @Nullable String words) {
        return new Writing(
                home.street().value(),
                home.value(),
                SUBJECT,
                no,
                part,
                author.value(),
                as != Part.BOOKER,
                COMMENT,
                words,
                null);
    }
}
