package cn.huiyin.conversation.answering;

import cn.huiyin.conversation.domain.Draft;
import cn.huiyin.conversation.domain.Intent.Kind;
import cn.huiyin.conversation.domain.Plainly;
import cn.huiyin.conversation.domain.Question;
import cn.huiyin.conversation.domain.Understanding;
import cn.huiyin.ticket.OwnTicket;
import cn.huiyin.ticket.Submission;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** 我要反映: a matter becomes a draft, and a ticket when the person says so. */
@Component
class Reporting implements Deed {

    private static final Set<Kind> ON_A_DRAFT = EnumSet.of(Kind.YES, Kind.NO, Kind.CHANGE, Kind.ADD, Kind.TOLD);
    private static final Set<Kind> ON_A_PLACE = EnumSet.of(Kind.TOLD, Kind.CHOICE);

    private final Drafting drafting;
    private final Placing placing;
    private final Doors doors;
    private final Asking asking;
    private final Understanding understanding;

    Reporting(Drafting drafting, Placing placing, Doors doors, Asking asking, Understanding understanding) {
        this.drafting = drafting;
        this.placing = placing;
        this.doors = doors;
        this.asking = asking;
        this.understanding = understanding;
    }

    @Override
    public boolean takes(Kind kind, Question asked) {
        return switch (kind) {
            case REPORT -> true;
            case CONFIRM, CANCEL -> !asked.isAboutABooking();
            case TOLD -> asked == Question.WHAT_MATTER || asked == Question.WHERE || asked == Question.IS_IT_RIGHT;
            case YES -> asked == Question.WANT_TO_REPORT || asked == Question.IS_IT_RIGHT;
            default ->
                asked == Question.IS_IT_RIGHT && ON_A_DRAFT.contains(kind)
                        || asked == Question.WHERE && ON_A_PLACE.contains(kind);
        };
    }

    @Override
    public Mono<Reply> answer(Talk talk) {
        return switch (talk.intent().kind()) {
            case REPORT -> begin(talk, talk.intent().about());
            case CONFIRM -> confirm(talk);
            case CANCEL -> Mono.just(cancel(talk));
            default -> goOn(talk);
        };
    }

    private Mono<Reply> goOn(Talk talk) {
        Draft draft = talk.memory().draft();
        if (talk.memory().asked() == Question.WANT_TO_REPORT) {
            return begin(talk, talk.memory().about());
        }
        if (draft == null) {
            return begin(talk, talk.intent().about());
        }
        return talk.memory().asked() == Question.WHERE ? place(talk, draft) : correct(talk, draft);
    }

    private Mono<Reply> begin(Talk talk, String words) {
        if (understanding.plain(words).length() < 2) {
            return Mono.just(talk.says("好的，您说，是什么事、在哪里？打字或者发语音都行。", asking.plain(talk, Question.WHAT_MATTER)));
        }
        return drafting.begin(talk, words.strip());
    }

    private Mono<Reply> place(Talk talk, Draft draft) {
        if (talk.intent().kind() == Kind.CHOICE) {
            String chosen = talk.memory().options().get(talk.intent().choice() - 1);
            return Mono.just(drafting.show(talk, placing.chosen(draft, chosen)));
        }
        String said = talk.intent().about();
        return drafting.complete(talk, draft, said)
                .map(reply -> isStillUnknown(reply) && placing.canBeFoundOut()
                        ? drafting.show(talk, draft.somewhere(Plainly.quote(said, 60)))
                        : reply);
    }

    private static boolean isStillUnknown(Reply reply) {
        return reply.memory().asked() == Question.WHERE
                && reply.memory().options().isEmpty();
    }

    private Mono<Reply> correct(Talk talk, Draft draft) {
        String said = talk.intent().about().strip();
        return switch (talk.intent().kind()) {
            case YES -> file(talk, draft);
            case NO -> Mono.just(talk.says("哪里不对？回复“改成”加上对的话就行。不报了回复“取消”。"));
            case CHANGE -> change(talk, draft, said);
            default ->
                said.isEmpty()
                        ? Mono.just(drafting.show(talk, draft))
                        : drafting.complete(talk, draft.adding(said), said);
        };
    }

    /** Only another place, or other words. */
    private Mono<Reply> change(Talk talk, Draft draft, String said) {
        if (said.isEmpty()) {
            return Mono.just(talk.says("要改成什么？回复“改成”加上对的话。"));
        }
        Draft changed = isOnlyAPlace(said) ? draft : draft.saying(said);
        return drafting.complete(talk, changed, said);
    }

    private static boolean isOnlyAPlace(String said) {
        return said.length() <= 14 && said.matches(".*(楼|栋|幢|单元|社区|网格|室|层).?");
    }

    /** 确认 files a draft as long as it is kept, also when another question came between. */
    private Mono<Reply> confirm(Talk talk) {
        if (talk.memory().asked() == Question.WANT_TO_REPORT) {
            return begin(talk, talk.memory().about());
        }
        Draft draft = talk.memory().draft();
        if (draft == null) {
            return Mono.just(talk.says("现在没有等着交的事。要反映什么，直接跟我说。", talk.memory().withoutQuestion()));
        }
        boolean ready = draft.hasPlace() || placing.canBeFoundOut() && draft.danger() != null;
        return ready ? file(talk, draft) : Mono.just(drafting.where(talk, draft));
    }

    private Reply cancel(Talk talk) {
        return talk.memory().draft() == null
                ? talk.says("现在没有要取消的。已经报上去的事，请在小程序里打开那一件撤回。", talk.memory().withoutQuestion())
                : talk.says("好的，不报了。以后有事随时跟我说。", talk.memory().withoutDraft().withoutQuestion());
    }

    private Mono<Reply> file(Talk talk, Draft draft) {
        return doors.file(talk, submission(draft))
                .flatMap(no -> doors.find(talk, no))
                .map(ticket -> filed(talk, draft, ticket));
    }

    private Submission submission(Draft draft) {
        return Submission.told(
                draft.words(),
                drafting.isUrgent(draft),
                draft.building(),
                draft.grid(),
                draft.onlyDescribed() ? draft.where() : null);
    }

    private Reply filed(Talk talk, Draft draft, OwnTicket ticket) {
        String danger = draft.danger() == null ? "" : "已经按紧急的报了。有危险还是先打%s。\n".formatted(draft.danger());
        return talk.says(
                danger + "交上去了，编号" + ticket.no() + "。\n" + promise(talk, ticket.next()) + "随时发“查进度”，就知道办到哪了。",
                asking.about(talk, Question.SHOWN, ticket.no()).withoutDraft());
    }

    private static String promise(Talk talk, OwnTicket.@Nullable Promise next) {
        return next == null ? "" : "最晚%s给您消息。\n".formatted(Plainly.when(next.dueAt(), talk.now()));
    }
}
