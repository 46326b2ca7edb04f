package cn.huiyin.ticket;

import cn.huiyin.safety.CheckState;
import cn.huiyin.safety.Marks;
import cn.huiyin.safety.Sight;
import cn.huiyin.safety.Sight.Viewer;
import cn.huiyin.ticket.domain.Actor;
import cn.huiyin.ticket.domain.Filing;
import cn.huiyin.ticket.domain.Part;
import cn.huiyin.ticket.domain.Ticket;
import cn.huiyin.ticket.domain.TicketEvent;
import java.util.EnumSet;
import java.util.Set;

/** What of a ticket's words and photos somebody sees while the content check has doubts (M9). */
record Veil(Actor viewer, Marks marks) {

    private static final Set<Part> REVIEW = EnumSet.of(Part.DISPATCHER, Part.SUPERVISOR);
    private static final Set<CheckState> HIDDEN = EnumSet.of(CheckState.HELD, CheckState.REFUSED);

    static final String BEING_CHECKED = "（内容正在核对，暂时看不到）";
    static final String REFUSED = "（内容没有通过核对，不予显示）";

    /** The description, with what belongs to it. */
    Sight matter(Ticket ticket) {
        return Sight.of(marks.of(Marks.DESCRIPTION), ofFiling(ticket.filing()));
    }

    Sight file(Ticket ticket, String id) {
        return Sight.of(marks.of(Marks.media(id)), ofFiling(ticket.filing()));
    }

    /** The words that go with a line of the timeline. */
    Sight words(TicketEvent event) {
        return Sight.of(marks.of(Marks.event(event.seq())), of(viewer.id().equals(event.by()), event.as()));
    }

    /** The words, or a sentence in their place. */
    static String words(Sight sight, String words) {
        return sight.words(words, sight.mark() == CheckState.REFUSED ? REFUSED : BEING_CHECKED);
    }

    /** Whether all others see nothing of it. */
    static boolean isHidden(Sight sight) {
        CheckState mark = sight.mark();
        return mark != null && HIDDEN.contains(mark);
    }

    private Viewer ofFiling(Filing filing) {
        boolean author = viewer.id().equals(filing.reporter()) || viewer.id().equals(filing.recorder());
        return of(author, filing.recorder() == null ? Part.REPORTER : Part.RECORDER);
    }

    private Viewer of(boolean author, Part writtenAs) {
        if (author) {
            return Viewer.AUTHOR;
        }
        if (viewer.parts().stream().anyMatch(REVIEW::contains)) {
            return Viewer.REVIEWER;
        }
        if (!EnumSet.of(Part.REPORTER).containsAll(viewer.parts())) {
            return Viewer.ACTING;
        }
        return writtenAs == Part.REPORTER ? Viewer.OTHERS : Viewer.ADDRESSEE;
    }
}
