package cn.huiyin.conversation.answering;

import cn.huiyin.callback.CallbackDesk;
import cn.huiyin.conversation.ConversationSettings;
import cn.huiyin.conversation.domain.Verdict;
import cn.huiyin.idempotency.Answer;
import cn.huiyin.identity.Accounts;
import cn.huiyin.identity.Caller;
import cn.huiyin.identity.Home;
import cn.huiyin.messaging.TodoDesk;
import cn.huiyin.ticket.OwnTicket;
import cn.huiyin.ticket.OwnTickets;
import cn.huiyin.ticket.Submission;
import cn.huiyin.ticket.TicketDesk;
import cn.huiyin.ticket.TicketIntake;
import cn.huiyin.ticket.TicketNo;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Other features' doors as the bot knocks at them: always as the one who speaks, and never for long. */
@Component
class Doors {

    /** The newest of somebody's own tickets that a talk can be about. */
    private static final int NEWEST = 20;

    private static final int TASKS_COUNTED = 100;

    private final OwnTickets own;
    private final TicketDesk tickets;
    private final TicketIntake intake;
    private final CallbackDesk callbacks;
    private final TodoDesk todos;
    private final Accounts accounts;
    private final Duration limit;

    Doors(
            OwnTickets own,
            TicketDesk tickets,
            TicketIntake intake,
            CallbackDesk callbacks,
            TodoDesk todos,
            Accounts accounts,
            ConversationSettings settings) {
        this.own = own;
        this.tickets = tickets;
        this.intake = intake;
        this.callbacks = callbacks;
        this.todos = todos;
        this.accounts = accounts;
        this.limit = settings.lookLimit();
    }

    Mono<List<OwnTicket>> newest(Talk talk) {
        return own.newest(talk.caller(), NEWEST).timeout(limit);
    }

    /** 404 where it does not concern them, and where there is none. */
    Mono<OwnTicket> find(Talk talk, String no) {
        return own.find(no, talk.caller()).timeout(limit);
    }

    /** Where they live; empty where that is not known. */
    Mono<Optional<Home>> home(Caller caller) {
        return accounts.homeOf(caller.id())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .timeout(limit);
    }

    /** Files it and says its number. */
    Mono<String> file(Talk talk, Submission asked) {
        return intake.file(talk.caller(), asked, talk.repeat("file", asked))
                .timeout(limit.multipliedBy(2))
                .map(Doors::number);
    }

    private static String number(Answer filed) {
        String location = String.valueOf(filed.location());
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** Whether it was left at that; otherwise it is reopened. */
    Mono<Boolean> rate(Talk talk, String no, Verdict verdict, String comment) {
        return callbacks
                .rate(
                        new TicketNo(no),
                        talk.caller(),
                        verdict.settles(),
                        verdict.stars(),
                        comment,
                        talk.repeat("rate", no))
                .timeout(limit.multipliedBy(2));
    }

    Mono<Void> nudge(Talk talk, String no) {
        return tickets.nudge(new TicketNo(no), talk.caller(), null, talk.repeat("nudge", no))
                .timeout(limit.multipliedBy(2))
                .then();
    }

    Mono<Void> supplement(Talk talk, String no, String words) {
        return tickets.supplement(new TicketNo(no), talk.caller(), words, List.of(), talk.repeat("supplement", words))
                .timeout(limit.multipliedBy(2))
                .then();
    }

    /** At most a hundred. */
    Mono<List<String>> tasks(Talk talk) {
        return todos.openInWords(talk.caller(), TASKS_COUNTED).timeout(limit);
    }

    Mono<List<OwnTickets.Due>> dueSoon(Talk talk, Duration within) {
        return own.dueSoon(talk.caller(), within, TASKS_COUNTED).timeout(limit);
    }
}
