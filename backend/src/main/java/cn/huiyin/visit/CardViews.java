package cn.huiyin.visit;

import cn.huiyin.calendar.WorkingCalendar;
import cn.huiyin.community.PlacePath;
import cn.huiyin.household.HouseholdRules;
import cn.huiyin.identity.Caller;
import cn.huiyin.identity.Role;
import cn.huiyin.safety.Marks;
import cn.huiyin.safety.Sight;
import cn.huiyin.safety.Sight.Viewer;
import cn.huiyin.visit.domain.CardFlow;
import cn.huiyin.visit.store.Cards;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Needs cards as they are shown, to each what is meant for them. */
@Component
class CardViews {

    static final String IN_ITS_PLACE = "（内容正在核对）";

    private final CardPapers papers;
    private final HomesInWords words;
    private final HouseholdRules rules;

    CardViews(CardPapers papers, HomesInWords words, HouseholdRules rules) {
        this.papers = papers;
        this.words = words;
        this.rules = rules;
    }

    /** @param resident of the home; staff otherwise */
    CardView show(Cards.Stored stored, Caller caller, boolean resident, VisitNames names) {
        Cards.Row card = stored.card();
        PlacePath path = new PlacePath(card.path());
        Sight sight = sight(stored.marked(), Marks.DESCRIPTION, card.openedBy(), caller, path, resident);
        String what = papers.what(card.card(), card.sealed());
        LocalDate today = LocalDate.ofInstant(stored.now(), WorkingCalendar.ZONE);
        boolean acts = !resident && VisitReach.keeps(caller, path);
        return new CardView(
                card.card(),
                card.household(),
                words.of(path) + names.room(card.household()),
                card.colour(),
                card.colour().chinese(),
                card.need(),
                card.need() == null ? null : rules.nameOfNeed(card.need()).orElse(card.need()),
                what == null ? null : sight.words(what, IN_ITS_PLACE),
                sight.mark(),
                card.source(),
                card.visit(),
                card.ticket(),
                card.dueOn(),
                card.state().isOpen() && today.isAfter(card.dueOn()),
                card.state(),
                card.state().chinese(),
                card.owner() == null ? null : names.of(card.owner()),
                card.openedAt(),
                card.doneAt(),
                acts ? CardFlow.open(card.state()) : List.of(),
                stored.story().stream()
                        .map(event -> line(stored, event, caller, path, resident))
                        .toList(),
                card.version());
    }

    private CardView.Line line(
            Cards.Stored stored, Cards.Event event, Caller caller, PlacePath path, boolean resident) {
        Sight sight = sight(stored.marked(), Marks.event(event.seq()), event.by(), caller, path, resident);
        String note = papers.note(stored.card().card(), event.seq(), event.sealed());
        return new CardView.Line(
                event.at(),
                event.move(),
                event.move().chinese(),
                event.byName(),
                event.toColour(),
                event.dueOn(),
                note == null ? null : sight.words(note, IN_ITS_PLACE),
                sight.mark());
    }

    static Sight sight(Marks marks, String part, long author, Caller caller, PlacePath path, boolean resident) {
        return Sight.of(marks.of(part), viewer(author, caller, path, resident));
    }

    private static Viewer viewer(long author, Caller caller, PlacePath path, boolean resident) {
        return Stream.<@Nullable Viewer>of(
                        caller.id().value() == author ? Viewer.AUTHOR : null,
                        caller.is(Role.DISPATCHER, path) || caller.is(Role.SUPERVISOR, path) ? Viewer.REVIEWER : null,
                        resident ? Viewer.ADDRESSEE : null)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Viewer.ACTING);
    }
}
