package cn.huiyin.conversation.answering;

import cn.huiyin.conversation.answering.Finding.Found;
import cn.huiyin.conversation.domain.Intent.Kind;
import cn.huiyin.conversation.domain.Memory;
import cn.huiyin.conversation.domain.Question;
import cn.huiyin.ticket.OwnTicket;
import cn.huiyin.ticket.OwnTicket.Standing;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** 查进度: where is it, who has it, due when. */
@Component
class TellingProgress implements Deed {

    /** As many as one can choose from at a glance. */
    private static final int CHOICES = 5;

    private final Finding finding;
    private final Doors doors;
    private final Links links;
    private final Asking asking;

    TellingProgress(Finding finding, Doors doors, Links links, Asking asking) {
        this.finding = finding;
        this.doors = doors;
        this.links = links;
        this.asking = asking;
    }

    @Override
    public boolean takes(Kind kind, Question asked) {
        return kind == Kind.PROGRESS || kind == Kind.CHOICE && asked == Question.WHICH_PROGRESS;
    }

    @Override
    public Mono<Reply> answer(Talk talk) {
        if (talk.intent().kind() == Kind.CHOICE) {
            return show(talk, talk.memory().options().get(talk.intent().choice() - 1));
        }
        return finding.find(talk, ticket -> ticket.standing() != Standing.CLOSED)
                .flatMap(found -> tell(talk, found));
    }

    private Mono<Reply> tell(Talk talk, Found found) {
        if (found.isOne()) {
            return show(talk, found.tickets().get(0).no());
        }
        return Mono.just(found.tickets().isEmpty() ? nothing(talk, found) : choose(talk, found));
    }

    /** One ticket as the caller may see it. */
    Mono<Reply> show(Talk talk, String no) {
        return doors.find(talk, no)
                .map(ticket -> shown(talk, ticket))
                .onErrorResume(Finding::isUnknown, unknown -> Mono.just(talk.says(Finding.NO_SUCH_NUMBER)));
    }

    private Reply shown(Talk talk, OwnTicket ticket) {
        String text = TicketWords.progress(ticket, talk.now()) + "\n";
        if (ticket.mine() && ticket.rateable()) {
            return talk.says(
                    text + "\n解决了吗？回复“解决了”或“没解决”，也可以回复1到5打分，5分最满意。",
                    asking.about(talk, Question.HOW_GOOD, ticket.no()));
        }
        String more =
                ticket.mine() && ticket.standing() == Standing.OPEN ? "\n想催一催，回复“催一下”。有新情况，回复“补充”加上要说的话。\n" : "\n";
        return talk.says(
                text + more + links.to(links.pages().ticket() + ticket.no(), "点这里看全部经过"),
                ticket.mine()
                        ? asking.about(talk, Question.SHOWN, ticket.no())
                        : talk.memory().withoutQuestion());
    }

    private Reply nothing(Talk talk, Found found) {
        if (talk.intent().number() != null) {
            return talk.says(Finding.NO_SUCH_NUMBER, talk.memory().withoutQuestion());
        }
        String tasks = talk.caller().isStaff() ? "\n要看交给您办的事，发“我的待办”。" : "";
        return asking.whetherToReport(talk, "您现在没有正在办的事。" + (found.named() ? "" : tasks));
    }

    private Reply choose(Talk talk, Found found) {
        List<OwnTicket> first = found.tickets().stream().limit(CHOICES).toList();
        boolean looked = !talk.intent().about().isEmpty() && !found.named();
        String open = looked
                ? "没有找到说的是这个的，您报的事有这些：\n"
                : "您有%d件事：\n".formatted(found.tickets().size());
        Memory next = asking.which(
                talk, Question.WHICH_PROGRESS, first.stream().map(OwnTicket::no).toList());
        String more = found.tickets().size() > CHOICES ? "（只列出最近%d件）\n".formatted(CHOICES) : "";
        return talk.says(open + TicketWords.list(first) + more + "想看哪一件？回复前面的数字就行。", next);
    }
}
