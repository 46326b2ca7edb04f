package cn.huiyin.conversation.answering;

import cn.huiyin.appointment.OwnAppointment;
import cn.huiyin.appointment.OwnAppointments;
import cn.huiyin.appointment.OwnAppointments.Offer;
import cn.huiyin.appointment.SlotView;
import cn.huiyin.conversation.domain.Intent.Kind;
import cn.huiyin.conversation.domain.Memory;
import cn.huiyin.conversation.domain.Plainly;
import cn.huiyin.conversation.domain.Question;
import cn.huiyin.problem.Refusal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** 预约: what is needed, who is the one for it, when; and once it is confirmed, booked. */
@Component
class Booking implements Deed {

    /** As many as one can choose from at a glance. */
    private static final int CHOICES = 5;

    private static final int LONGEST_PURPOSE = 100;

    /** Who helps where nobody knows whom to ask: the last that is offered. */
    private static final String WHOEVER = "GRID_WORKER";

    private static final Map<Question, Set<Kind>> TAKES = Map.of(
            Question.WHAT_NEED, EnumSet.of(Kind.TOLD, Kind.CHOICE, Kind.CANCEL),
            Question.WHICH_TIME, EnumSet.of(Kind.CHOICE, Kind.NO, Kind.CANCEL),
            Question.BOOK_IT, EnumSet.of(Kind.YES, Kind.CONFIRM, Kind.NO, Kind.CANCEL));

    private final BookingDoor door;
    private final Links links;
    private final Asking asking;

    Booking(BookingDoor door, Links links, Asking asking) {
        this.door = door;
        this.links = links;
        this.asking = asking;
    }

    @Override
    public boolean takes(Kind kind, Question asked) {
        return kind == Kind.BOOK || TAKES.getOrDefault(asked, Set.of()).contains(kind);
    }

    @Override
    public Mono<Reply> answer(Talk talk) {
        Kind kind = talk.intent().kind();
        return (kind == Kind.BOOK ? begin(talk) : goOn(talk))
                .onErrorResume(Booking::isHomeUnknown, unknown -> Mono.just(homeUnknown(talk)));
    }

    private Mono<Reply> begin(Talk talk) {
        List<Offer> meant = door.meantBy(talk.words());
        return meant.isEmpty() ? Mono.just(whatNeed(talk)) : times(talk, meant.get(0), talk.words());
    }

    private Mono<Reply> goOn(Talk talk) {
        return switch (talk.intent().kind()) {
            case TOLD -> told(talk);
            case CHOICE -> talk.memory().asked() == Question.WHAT_NEED ? service(talk) : confirm(talk);
            case YES, CONFIRM -> book(talk);
            case NO -> Mono.just(noneOfThese(talk));
            default -> Mono.just(talk.says("好的，不约了。以后要约，发“预约”就行。", talk.memory().withoutQuestion()));
        };
    }

    private Reply whatNeed(Talk talk) {
        List<Offer> offers = door.offers();
        Memory next = asking.which(
                talk, Question.WHAT_NEED, offers.stream().map(Offer::code).toList());
        return talk.says(
                "想约谁、办什么事？直接说就行，比如“请医生量血压”。也可以回复数字：\n"
                        + numbered(offers.stream().map(Offer::name)) + "\n" + inTheMiniProgram("也可以点这里预约"),
                next);
    }

    /** Where the words name nobody, the grid worker finds out whom it takes. */
    private Mono<Reply> told(Talk talk) {
        String words = talk.intent().about();
        List<Offer> meant = door.meantBy(words);
        return meant.isEmpty() ? times(talk, offer(WHOEVER), words) : times(talk, meant.get(0), words);
    }

    private Mono<Reply> service(Talk talk) {
        Offer chosen = offer(talk.memory().options().get(talk.intent().choice() - 1));
        return times(talk, chosen, "预约" + chosen.name());
    }

    private Offer offer(String code) {
        return door.offers().stream()
                .filter(offer -> offer.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("SLOT_GONE", "现在约不了了，请发“预约”重新选"));
    }

    private Mono<Reply> times(Talk talk, Offer offer, String words) {
        String purpose = Plainly.quote(OwnAppointments.withoutNumbers(words), LONGEST_PURPOSE);
        return door.free(talk, offer.code(), CHOICES)
                .map(free -> free.isEmpty() ? nothingFree(talk, offer) : whichTime(talk, offer, free, purpose));
    }

    private Reply nothingFree(Talk talk, Offer offer) {
        return talk.says(
                "“%s”最近没有空着的时间。可以排队：%s。\n不方便的话回复“人工”，请网格员帮您约。".formatted(offer.name(), inTheMiniProgram("点这里排队")),
                talk.memory().withoutQuestion());
    }

    private Reply whichTime(Talk talk, Offer offer, List<SlotView> free, String purpose) {
        Memory next = asking.which(
                        talk,
                        Question.WHICH_TIME,
                        free.stream().map(SlotView::id).toList())
                .about(purpose);
        return talk.says(
                "给您约“%s”，这些时间有空：\n%s\n回复前面的数字就行，不约了回复“取消”。%s"
                        .formatted(
                                offer.name(),
                                numbered(free.stream().map(BookingWords::choice)),
                                inTheMiniProgram("更多时间点这里")),
                next);
    }

    private Mono<Reply> confirm(Talk talk) {
        String slot = talk.memory().options().get(talk.intent().choice() - 1);
        String purpose = talk.memory().about();
        return door.slot(talk, slot)
                .map(chosen -> talk.says(
                        "给您约：%s\n要办的事：“%s”\n对的话回复“确认”，马上约好；不约了回复“取消”。".formatted(BookingWords.slot(chosen), purpose),
                        asking.which(talk, Question.BOOK_IT, List.of(slot, chosen.service()))
                                .about(purpose)));
    }

    private Mono<Reply> book(Talk talk) {
        String slot = talk.memory().options().get(0);
        return door.book(talk, slot, talk.memory().about())
                .map(booked -> booked(talk, booked))
                .onErrorResume(Booking::isTaken, taken -> others(talk, taken));
    }

    private static Reply booked(Talk talk, OwnAppointment booked) {
        return talk.says(
                "约好了，预约号%s。\n%s\n到时候会提醒您。发“我的预约”可以看，去不了发“取消预约”。"
                        .formatted(booked.no(), BookingWords.slot(booked.slot())),
                talk.memory().withoutQuestion());
    }

    /** Somebody was quicker, or they or the one who comes are elsewhere then. */
    private Mono<Reply> others(Talk talk, Throwable taken) {
        String why = taken instanceof Refusal refusal ? refusal.detail() : "";
        Offer offer = offer(talk.memory().options().get(1));
        String chosen = talk.memory().options().get(0);
        return door.free(talk, offer.code(), CHOICES + 1)
                .map(free -> free.stream()
                        .filter(slot -> !slot.id().equals(chosen))
                        .limit(CHOICES)
                        .toList())
                .map(free -> free.isEmpty()
                        ? nothingFree(talk, offer)
                        : whichTime(talk, offer, free, talk.memory().about()))
                .map(reply -> new Reply(why + "。\n" + reply.text(), reply.memory()));
    }

    private Reply noneOfThese(Talk talk) {
        return talk.says(
                "好的，先不约。别的时间%s，要换一种服务再发“预约”。\n不方便的话回复“人工”，请网格员帮您约。".formatted(inTheMiniProgram("点这里看")),
                talk.memory().withoutQuestion());
    }

    private Reply homeUnknown(Talk talk) {
        return talk.says(
                "我还不知道您住哪里，不好约。请先" + links.to(links.pages().me(), "点这里填上住址") + "，再发“预约”。",
                talk.memory().withoutQuestion());
    }

    private String inTheMiniProgram(String words) {
        return links.to(links.pages().booking(), words);
    }

    private static String numbered(Stream<String> lines) {
        List<String> all = lines.toList();
        return IntStream.range(0, all.size())
                .mapToObj(i -> (i + 1) + ". " + all.get(i))
                .collect(Collectors.joining("\n"));
    }

    private static boolean isHomeUnknown(Throwable error) {
        return error instanceof Refusal refusal && refusal.code().equals("HOME_UNKNOWN");
    }

    private static boolean isTaken(Throwable error) {
        return error instanceof Refusal refusal && BookingWords.ANOTHER_TIME.contains(refusal.code());
    }
}
