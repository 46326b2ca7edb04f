package cn.huiyin.rehearsal;

import cn.huiyin.callback.CallbackDesk;
import cn.huiyin.callback.domain.Rating;
import cn.huiyin.community.UnitId;
import cn.huiyin.identity.Caller;
import cn.huiyin.rehearsal.QuarterPeople.Rounder;
import cn.huiyin.ticket.MoveAsked;
import cn.huiyin.ticket.TicketDesk;
import cn.huiyin.ticket.TicketDesk.Seen;
import cn.huiyin.ticket.TicketNo;
import cn.huiyin.ticket.TicketView;
import cn.huiyin.ticket.domain.Move;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What becomes of the problems that visits found: sent to a unit the day after, answered in three days more, and rated two
 * days later by whoever reported it; each eighth is not settled at first and is answered again.
 */
@Component
class QuarterTickets {

    private static final int UNSETTLED = 8;

    private final TicketDesk tickets;
    private final CallbackDesk callbacks;
    private final QuarterPeople people;

    QuarterTickets(TicketDesk tickets, CallbackDesk callbacks, QuarterPeople people) {
        this.tickets = tickets;
        this.callbacks = callbacks;
        this.people = people;
    }

    /**
     * A ticket at its next step.
     *
     * @param round how often it has been answered before
     */
    record Matter(LocalDate on, Step step, Rounder by, TicketNo no, int round) {

        static Matter found(LocalDate today, Rounder by, String no) {
            return new Matter(today.plusDays(1), Step.SEND, by, new TicketNo(no), 0);
        }

        private Matter then(Step next, int days) {
            return new Matter(on.plusDays(days), next, by, no, round);
        }

        private Matter again() {
            return new Matter(on.plusDays(2), Step.ANSWER, by, no, round + 1);
        }
    }

    /** What is done with it that day. */
    enum Step {
        SEND,
        ANSWER,
        RATE
    }

    Mono<Void> handle(QuarterRun run) {
        return Flux.fromIterable(QuarterRun.due(run.matters, one -> !one.on().isAfter(run.today())))
                .concatMap(matter -> step(run, matter))
                .doOnNext(run.matters::add)
                .then();
    }

    private Mono<Matter> step(QuarterRun run, Matter matter) {
        return switch (matter.step()) {
            case SEND -> send(matter);
            case ANSWER -> answer(run, matter);
            case RATE -> rate(run, matter);
        };
    }

    private Mono<Matter> send(Matter matter) {
        Caller secretary = matter.by().secretary();
        return move(matter, secretary, Move.CLASSIFY, null)
                .then(Mono.defer(() -> move(matter, secretary, Move.DISPATCH, null)))
                .flatMap(sent -> people.handlerOf(unitOf(sent)))
                .flatMap(handler -> move(matter, handler, Move.ACCEPT, null))
                .thenReturn(matter.then(Step.ANSWER, 3));
    }

    private Mono<Matter> answer(QuarterRun run, Matter matter) {
        return tickets.show(matter.no(), matter.by().secretary())
                .flatMap(seen -> people.handlerOf(unitOf(seen)))
                .flatMap(handler -> (matter.round() == 0 ? Mono.just(true) : move(matter, handler, Move.ACCEPT, null))
                        .then(Mono.defer(() -> move(matter, handler, Move.REPLY, "已经派人修好，请您再看看"))))
                .doOnNext(answered -> run.count("answers", 1))
                .thenReturn(matter.then(Step.RATE, 2));
    }

    private Mono<Matter> rate(QuarterRun run, Matter matter) {
        boolean settled = matter.round() > 0 || run.count("rated", 1) % UNSETTLED != 0;
        Rating rating = settled ? new Rating(true, 5, "修好了，谢谢") : new Rating(false, 2, "用了一天又坏了");
        return callbacks
                .rate(matter.no(), matter.by().worker(), rating)
                .flatMap(rated -> settled
                        ? move(matter, matter.by().secretary(), Move.ARCHIVE, null)
                                .doOnNext(archived -> run.count("settled", 1))
                                .then(Mono.<Matter>empty())
                        : Mono.just(matter.again()));
    }

    private Mono<TicketView> move(Matter matter, Caller by, Move move, @Nullable String note) {
        return tickets.move(matter.no(), by, MoveAsked.plain(move, note), new Seen("*"));
    }

    private static UnitId unitOf(TicketView ticket) {
        return new UnitId(Objects.requireNonNull(ticket.handler()).id());
    }
}
