package cn.huiyin.conversation.answering;

import cn.huiyin.conversation.domain.Digits;
import cn.huiyin.conversation.domain.Likeness;
import cn.huiyin.conversation.domain.Understanding;
import cn.huiyin.problem.Refusal;
import cn.huiyin.ticket.OwnTicket;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Finds the ticket that somebody speaks of: by its number, by its last digits, by what it is about. Only a whole number
 * reaches beyond one's own tickets, and then no further than the ticket's own door lets the caller see; what is not theirs
 * and what does not exist are told in the same words.
 */
@Component
class Finding {

    static final String NO_SUCH_NUMBER = "没有找到这个编号的事，请核对一下编号。\n发“查进度”可以看您自己报的事。";

    private final Doors doors;
    private final Understanding understanding;

    Finding(Doors doors, Understanding understanding) {
        this.doors = doors;
        this.understanding = understanding;
    }

    /**
     * What was found.
     *
     * @param named the person named one, by number or by words
     */
    record Found(List<OwnTicket> tickets, boolean named) {

        boolean isOne() {
            return tickets.size() == 1;
        }
    }

    /** Those that are meant; of all that {@code suit} where none is named. */
    Mono<Found> find(Talk talk, Predicate<OwnTicket> suits) {
        Digits number = talk.intent().number();
        if (number != null && number.isWhole()) {
            return doors.find(talk, number.number())
                    .map(ticket -> new Found(List.of(ticket), true))
                    .onErrorResume(Finding::isUnknown, unknown -> Mono.just(new Found(List.of(), true)));
        }
        return doors.newest(talk).map(own -> among(talk, own, suits));
    }

    static boolean isUnknown(Throwable error) {
        return error instanceof Refusal refusal && refusal.status() == 404;
    }

    private Found among(Talk talk, List<OwnTicket> own, Predicate<OwnTicket> suits) {
        Digits number = talk.intent().number();
        if (number != null) {
            return new Found(
                    own.stream().filter(ticket -> number.isEndOf(ticket.no())).toList(), true);
        }
        List<OwnTicket> suitable = own.stream().filter(suits).toList();
        String about = talk.intent().about();
        List<OwnTicket> like = Likeness.most(about, suitable, this::inWords);
        if (!like.isEmpty()) {
            return new Found(like, true);
        }
        List<OwnTicket> others = Likeness.most(about, own, this::inWords);
        return others.isEmpty() ? new Found(suitable, false) : new Found(others, true);
    }

    private String inWords(OwnTicket ticket) {
        return understanding.plain(ticket.description() + " " + (ticket.category() == null ? "" : ticket.category())
                + " " + ticket.place());
    }
}
