package cn.huiyin.conversation.answering;

import cn.huiyin.conversation.answering.Finding.Found;
import cn.huiyin.conversation.domain.Intent.Kind;
import cn.huiyin.conversation.domain.Question;
import cn.huiyin.ticket.OwnTicket;
import cn.huiyin.ticket.OwnTicket.Standing;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** 催一下, and more facts on a ticket that was just shown. */
@Component
class Nudging implements Deed {

    private static final int CHOICES = 5;

    private final Finding finding;
    private final Doors doors;
    private final Asking asking;

    Nudging(Finding finding, Doors doors, Asking asking) {
        this.finding = finding;
        this.doors = doors;
        this.asking = asking;
    }

    @Override
    public boolean takes(Kind kind, Question asked) {
        return kind == Kind.NUDGE
                || kind == Kind.CHOICE && asked == Question.WHICH_NUDGED
                || kind == Kind.ADD && asked == Question.SHOWN;
    }

    @Override
    public Mono<Reply> answer(Talk talk) {
        Question asked = talk.memory().asked();
        return switch (talk.intent().kind()) {
            case CHOICE -> nudge(talk, talk.memory().options().get(talk.intent().choice() - 1));
            case ADD -> supplement(talk);
            default ->
                asked == Question.SHOWN && talk.intent().number() == null
                        ? nudge(talk, talk.memory().about())
                        : search(talk);
        };
    }

    private Mono<Reply> search(Talk talk) {
        return finding.find(talk, ticket -> ticket.standing() == Standing.OPEN).flatMap(found -> nudge(talk, found));
    }

    private Mono<Reply> nudge(Talk talk, Found found) {
        List<OwnTicket> tickets = found.tickets();
        if (tickets.size() == 1) {
            return nudge(talk, tickets.get(0).no());
        }
        if (!tickets.isEmpty()) {
            return Mono.just(which(talk, tickets));
        }
        return Mono.just(
                talk.intent().number() != null
                        ? talk.says(Finding.NO_SUCH_NUMBER)
                        : asking.whetherToReport(talk, "您现在没有正在办的事可以催。"));
    }

    private Reply which(Talk talk, List<OwnTicket> tickets) {
        List<OwnTicket> first = tickets.stream().limit(CHOICES).toList();
        return talk.says(
                "要催哪一件？\n%s回复前面的数字就行。".formatted(TicketWords.list(first)),
                asking.which(
                        talk,
                        Question.WHICH_NUDGED,
                        first.stream().map(OwnTicket::no).toList()));
    }

    private Mono<Reply> nudge(Talk talk, String no) {
        return doors.find(talk, no)
                .flatMap(ticket -> nudge(talk, ticket))
                .onErrorResume(Finding::isUnknown, unknown -> Mono.just(talk.says(Finding.NO_SUCH_NUMBER)));
    }

    private Mono<Reply> nudge(Talk talk, OwnTicket ticket) {
        if (ticket.mine() && ticket.rateable()) {
            return Mono.just(talk.says(
                    TicketWords.matter(ticket) + "已经答复您了：" + TicketWords.answer(ticket) + "\n还没办好的话，回复“没解决”，我们重新办。",
                    asking.about(talk, Question.HOW_GOOD, ticket.no())));
        }
        return doors.nudge(talk, ticket.no())
                .thenReturn(talk.says(
                        "替您催了：" + TicketWords.matter(ticket) + "。\n" + (ticket.unit() == null ? "社区" : ticket.unit())
                                + "会收到提醒，有进展马上告诉您。",
                        asking.about(talk, Question.SHOWN, ticket.no())));
    }

    private Mono<Reply> supplement(Talk talk) {
        String words = talk.intent().about().strip();
        if (words.isEmpty()) {
            return Mono.just(talk.says("要补充什么？请回复“补充”，后面加上要说的话。"));
        }
        return doors.supplement(talk, talk.memory().about(), words).thenReturn(talk.says("补充上了，办的人会看到。"));
    }
}
