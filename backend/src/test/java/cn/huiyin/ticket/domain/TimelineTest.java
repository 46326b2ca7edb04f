package cn.huiyin.ticket.domain;

import static cn.huiyin.ticket.domain.TicketStory.DISPATCHER;
import static cn.huiyin.ticket.domain.TicketStory.PROPERTY;
import static cn.huiyin.ticket.domain.TicketStory.filed;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.identity.AccountId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** T3, G3: every move leaves who, when, what and why, and no line can be changed, lost or moved unseen. */
class TimelineTest {

    private final TicketStory story = told();

    private static TicketStory told() {
        var story = filed("2026-11-23T10:00").inProgressAt(PROPERTY);
        return story.does(story.of(PROPERTY), Move.REPLY, "灯已修好").does(DISPATCHER, Move.ARCHIVE, null);
    }

    @Test
    void anUntouchedTimelineIsWhole() {
        var check = TimelineCheck.of(story.ticket().chain(), story.timeline());

        assertThat(check.valid()).isTrue();
        assertThat(check.events()).isEqualTo(6);
    }

    @Test
    void eachLineSaysWhoWhenWhatAndWhy() {
        var reply = story.timeline().get(4);

        assertThat(reply.byName()).isEqualTo("qinghe-property");
        assertThat(reply.as()).isEqualTo(Part.FIRST_RECEIVER);
        assertThat(reply.at()).isEqualTo(TicketStory.at("2026-11-23T10:00"));
        assertThat(reply.move()).isEqualTo(Move.REPLY);
        assertThat(reply.note()).isEqualTo("灯已修好");
    }

    static Stream<UnaryOperator<TicketEvent>> forgeries() {
        return Stream.of(
                e -> copy(e, e.seq(), e.by(), "别人", e.note(), e.to(), e.facts()),
                e -> copy(e, e.seq(), new AccountId(9), e.byName(), e.note(), e.to(), e.facts()),
                e -> copy(e, e.seq(), e.by(), e.byName(), "改过的话", e.to(), e.facts()),
                e -> copy(e, e.seq(), e.by(), e.byName(), e.note(), Stage.WITHDRAWN, e.facts()),
                e -> copy(e, e.seq(), e.by(), e.byName(), e.note(), e.to(), new TreeMap<>(java.util.Map.of("x", "y"))),
                e -> copy(e, e.seq() + 1, e.by(), e.byName(), e.note(), e.to(), e.facts()));
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void aChangedLineIsFound(UnaryOperator<TicketEvent> forge) {
        for (int i = 0; i < story.timeline().size(); i++) {
            List<TicketEvent> forged = new ArrayList<>(story.timeline());
            forged.set(i, forge.apply(forged.get(i)));
            var check = TimelineCheck.of(story.ticket().chain(), forged);
            assertThat(check.valid()).isFalse();
            assertThat(check.brokenAt()).isEqualTo(i + 1);
        }
    }

    @Test
    void aLostLineIsFoundWhereverItWas() {
        for (int i = 0; i < story.timeline().size(); i++) {
            List<TicketEvent> shorter = new ArrayList<>(story.timeline());
            shorter.remove(i);
            assertThat(TimelineCheck.of(story.ticket().chain(), shorter).valid())
                    .isFalse();
        }
    }

    @Test
    void linesThatChangedPlacesAreFound() {
        for (int i = 1; i < story.timeline().size(); i++) {
            List<TicketEvent> shuffled = new ArrayList<>(story.timeline());
            Collections.swap(shuffled, i - 1, i);
            assertThat(TimelineCheck.of(story.ticket().chain(), shuffled).valid())
                    .isFalse();
        }
    }

    @Test
    void erasedWordsLeaveTheChainWhole() {
        List<TicketEvent> erased = story.timeline().stream()
                .map(e -> copy(e, e.seq(), e.by(), e.byName(), null, e.to(), e.facts()))
                .toList();

        assertThat(TimelineCheck.of(story.ticket().chain(), erased).valid()).isTrue();
    }

    private static TicketEvent copy(
            TicketEvent e, int seq, AccountId by, String byName, String note, Stage to, TreeMap<String, String> facts) {
        return new TicketEvent(
                e.no(),
                seq,
                e.at(),
                by,
                byName,
                e.as(),
                e.move(),
                e.from(),
                to,
                note,
                facts,
                e.noteDigest(),
                e.previousHash(),
                e.hash());
    }
}
