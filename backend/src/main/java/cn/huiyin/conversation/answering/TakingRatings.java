package cn.huiyin.conversation.answering;

import cn.huiyin.conversation.answering.Finding.Found;
import cn.huiyin.conversation.domain.Intent.Kind;
import cn.huiyin.conversation.domain.Memory;
import cn.huiyin.conversation.domain.Question;
import cn.huiyin.conversation.domain.Verdict;
import cn.huiyin.problem.Refusal;
import cn.huiyin.ticket.OwnTicket;
import cn.huiyin.ticket.OwnTicket.Standing;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** 评价: how good was the answer. Not settled, and it is reopened. */
@Component
class TakingRatings implements Deed {

    private static final String HOW = "回复“解决了”或“没解决”，也可以回复1到5打分，5分最满意，1分最不满意。";
    private static final int CHOICES = 5;
    private static final int BEST = 5;

    private final Finding finding;
    private final Doors doors;
    private final Asking asking;

    TakingRatings(Finding finding, Doors doors, Asking asking) {
        this.finding = finding;
        this.doors = doors;
        this.asking = asking;
    }

    @Override
    public boolean takes(Kind kind, Question asked) {
        return kind == Kind.RATE || kind == Kind.NUMBER || kind == Kind.CHOICE && asked == Question.WHICH_RATED;
    }

    @Override
    public Mono<Reply> answer(Talk talk) {
        return switch (talk.intent().kind()) {
            case CHOICE -> chosen(talk);
            case NUMBER -> bareNumber(talk);
            default -> rated(talk);
        };
    }

    private Mono<Reply> chosen(Talk talk) {
        String no = talk.memory().options().get(talk.intent().choice() - 1);
        return take(talk, no, talk.memory().verdict());
    }

    /** Where exactly one answer waits for it, a bare number is a rating; otherwise nobody knows what is meant. */
    private Mono<Reply> bareNumber(Talk talk) {
        int number = talk.intent().choice();
        return finding.find(talk, OwnTicket::rateable)
                .map(Found::tickets)
                .flatMap(waiting -> waiting.size() == 1 && number >= 1 && number <= BEST
                        ? take(talk, waiting.get(0).no(), new Verdict(null, number))
                        : Mono.just(whatNumber(talk, waiting, number)));
    }

    private Reply whatNumber(Talk talk, List<OwnTicket> waiting, int number) {
        if (waiting.size() > 1 && number >= 1 && number <= BEST) {
            return which(talk, waiting, new Verdict(null, number));
        }
        return talk.says(
                "您发的“%d”是指什么呢？\n查办到哪了，发“查进度”。要评价，发“评价”。要反映事情，直接说是什么事。".formatted(number),
                talk.memory().withoutQuestion());
    }

    private Mono<Reply> rated(Talk talk) {
        Verdict verdict = talk.intent().verdict();
        Memory memory = talk.memory();
        if (memory.asked() == Question.HOW_GOOD && talk.intent().number() == null) {
            return take(talk, memory.about(), verdict);
        }
        return finding.find(talk, OwnTicket::rateable).flatMap(found -> rate(talk, found, verdict));
    }

    private Mono<Reply> rate(Talk talk, Found found, @Nullable Verdict verdict) {
        if (talk.intent().number() != null && found.isOne()) {
            return take(talk, found.tickets().get(0), verdict);
        }
        List<OwnTicket> waiting =
                found.tickets().stream().filter(OwnTicket::rateable).toList();
        if (waiting.size() == 1) {
            return take(talk, waiting.get(0).no(), verdict);
        }
        return Mono.just(waiting.isEmpty() ? nothing(talk, found, verdict) : which(talk, waiting, verdict));
    }

    private Reply which(Talk talk, List<OwnTicket> waiting, @Nullable Verdict verdict) {
        List<OwnTicket> first = waiting.stream().limit(CHOICES).toList();
        Memory next = asking.which(
                talk, Question.WHICH_RATED, first.stream().map(OwnTicket::no).toList());
        return talk.says(
                "有%d件事等您评价：\n%s您说的是哪一件？回复前面的数字就行。".formatted(waiting.size(), TicketWords.list(first)),
                verdict == null ? next : next.holding(verdict));
    }

    private Reply nothing(Talk talk, Found found, @Nullable Verdict verdict) {
        if (talk.intent().number() != null && found.tickets().isEmpty()) {
            return talk.says(Finding.NO_SUCH_NUMBER, talk.memory().withoutQuestion());
        }
        if (verdict != null && !verdict.settles()) {
            return asking.whetherToReport(talk, "现在没有等您评价的答复。还没办好的事，发“催一下”，我替您催。");
        }
        return talk.says("现在没有等您评价的事，谢谢您惦记着。有事随时跟我说。", talk.memory().withoutQuestion());
    }

    /** Takes the rating of this ticket, or asks for it. */
    private Mono<Reply> take(Talk talk, String no, @Nullable Verdict verdict) {
        return doors.find(talk, no)
                .flatMap(ticket -> take(talk, ticket, verdict))
                .onErrorResume(Finding::isUnknown, unknown -> Mono.just(talk.says(Finding.NO_SUCH_NUMBER)));
    }

    private Mono<Reply> take(Talk talk, OwnTicket ticket, @Nullable Verdict verdict) {
        if (!ticket.mine()) {
            return Mono.just(talk.says("这件事要由反映的人自己来评价。", talk.memory().withoutQuestion()));
        }
        if (!ticket.rateable()) {
            return Mono.just(notToRate(talk, ticket));
        }
        if (verdict == null) {
            String answer = ticket.answer() == null ? "" : "答复是：" + TicketWords.answer(ticket) + "\n";
            return Mono.just(talk.says(
                    TicketWords.matter(ticket) + "\n" + answer + "解决了吗？满意吗？\n" + HOW,
                    asking.about(talk, Question.HOW_GOOD, ticket.no())));
        }
        return doors.rate(talk, ticket.no(), verdict, talk.words().strip())
                .map(settled -> thanks(talk, ticket, verdict, settled))
                .onErrorResume(
                        TakingRatings::isConflict,
                        twice -> Mono.just(talk.says(
                                TicketWords.matter(ticket) + "这次答复已经评价过了，谢谢您。",
                                talk.memory().withoutQuestion())));
    }

    private static Reply notToRate(Talk talk, OwnTicket ticket) {
        String why = ticket.standing() == Standing.OPEN ? "还在办，有了答复再请您评价。" : "这次答复已经评价过了，谢谢您。";
        return talk.says(TicketWords.matter(ticket) + why, talk.memory().withoutQuestion());
    }

    private static boolean isConflict(Throwable error) {
        return error instanceof Refusal refusal && refusal.status() == 409;
    }

    private Reply thanks(Talk talk, OwnTicket ticket, Verdict verdict, boolean settled) {
        String noted = "记下了：%s，%s，%d分。"
                .formatted(TicketWords.matter(ticket), verdict.settles() ? "已解决" : "没解决", verdict.stars());
        return settled
                ? talk.says(noted + "\n谢谢您的评价！", talk.memory().withoutQuestion())
                : talk.says(
                        noted + "\n对不住，让您费心了。这件事已经重新办理，会有人盯着办好，有进展马上告诉您。",
                        asking.about(talk, Question.SHOWN, ticket.no()));
    }
}
