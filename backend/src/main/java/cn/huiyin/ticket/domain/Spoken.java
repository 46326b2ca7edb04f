package cn.huiyin.ticket.domain;

import cn.huiyin.safety.Marks;
import cn.huiyin.safety.Writing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What people wrote and photographed with a move, for others to read: all of it passes the content check (M9). One table
 * says which words that are, and how WeChat calls the place where they are read.
 */
public final class Spoken {

    private static final int COMMENT = 2;
    private static final int FORUM = 3;

    /** What the program itself writes, such as the reason of a re-plan, is in no row. */
    private static final Map<Move, Integer> SCENES = Map.ofEntries(
            Map.entry(Move.SUBMIT, FORUM),
            Map.entry(Move.SUPPLEMENT, FORUM),
            Map.entry(Move.FOLLOW_UP, FORUM),
            Map.entry(Move.REPLY, FORUM),
            Map.entry(Move.CLASSIFY, COMMENT),
            Map.entry(Move.DISPATCH, COMMENT),
            Map.entry(Move.ACCEPT, COMMENT),
            Map.entry(Move.RETURN, COMMENT),
            Map.entry(Move.CO_HANDLE, COMMENT),
            Map.entry(Move.ESCALATE, COMMENT),
            Map.entry(Move.PAUSE, COMMENT),
            Map.entry(Move.RESUME, COMMENT),
            Map.entry(Move.EXTEND, COMMENT),
            Map.entry(Move.ARCHIVE, COMMENT),
            Map.entry(Move.WITHDRAW, COMMENT),
            Map.entry(Move.REOPEN, COMMENT),
            Map.entry(Move.SUPERVISE, COMMENT),
            Map.entry(Move.NUDGE, COMMENT),
            Map.entry(Move.CALLBACK, COMMENT));

    private Spoken() {}

    /**
     * Everything that must be checked of a move.
     *
     * @param attached photos and voice that came with it; those of the filing itself are known
     */
    public static List<Writing> writings(Moved moved, List<String> attached) {
        TicketEvent event = moved.event();
        Integer scene = SCENES.get(event.move());
        if (scene == null || event.as() == Part.SYSTEM) {
            return List.of();
        }
        Said said = new Said(moved.after(), event, scene);
        List<Writing> all = new ArrayList<>();
        if (event.move() == Move.SUBMIT) {
            all.add(said.words(Marks.DESCRIPTION, filed(moved.after())));
            moved.after().filing().media().forEach(id -> all.add(said.file(id)));
        }
        String note = event.note();
        if (note != null && !note.isBlank()) {
            all.add(said.words(Marks.event(event.seq()), note));
        }
        attached.forEach(id -> all.add(said.file(id)));
        return all;
    }

    /** Where it is stands in their own words too. */
    private static String filed(Ticket ticket) {
        String detail = ticket.where().detail();
        String description = ticket.filing().description();
        return detail == null || detail.isBlank() ? description : description + "\n" + detail;
    }

    private record Said(Ticket ticket, TicketEvent event, int scene) {

        Writing words(String part, String words) {
            return of(part, words, null);
        }

        Writing file(String id) {
            return of(Marks.media(id), null, id);
        }

        private Writing of(String part, @Nullable String words, @Nullable String media) {
            return new Writing(
                    ticket.where().path().street().value(),
                    ticket.where().path().value(),
                    Moved.SUBJECT,
                    ticket.no().value(),
                    part,
                    event.by().value(),
                    event.as() != Part.REPORTER,
                    scene,
                    words,
                    media);
        }
    }
}
