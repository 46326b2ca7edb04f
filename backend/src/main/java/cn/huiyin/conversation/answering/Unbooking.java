package cn.huiyin.conversation.answering;

import cn.huiyin.appointment.OwnAppointment;
import cn.huiyin.appointment.OwnAppointments.Offer;
import cn.huiyin.conversation.domain.Intent.Kind;
import cn.huiyin.conversation.domain.Memory;
import cn.huiyin.conversation.domain.Question;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** 我的预约, and 取消预约: which, whether really, done. */
@Component
class Unbooking implements Deed {

    private static final int CHOICES = 5;

    private static final Map<Question, Set<Kind>> TAKES = Map.of(
            Question.WHICH_BOOKING, EnumSet.of(Kind.CHOICE, Kind.NO, Kind.CANCEL),
            Question.CANCEL_IT, EnumSet.of(Kind.YES, Kind.CONFIRM, Kind.NO, Kind.CANCEL));

    private final BookingDoor door;
    private final Links links;
    private final Asking asking;

    Unbooking(BookingDoor door, Links links, Asking asking) {
        this.door = door;
        this.links = links;
        this.asking = asking;
    }

    @Override
    public boolean takes(Kind kind, Question asked) {
        return kind == Kind.BOOKINGS
                || kind == Kind.UNBOOK
                || TAKES.getOrDefault(asked, Set.of()).contains(kind);
    }

    @Override
    public Mono<Reply> answer(Talk talk) {
        return switch (talk.intent().kind()) {
            case BOOKINGS -> door.toCome(talk, CHOICES).map(own -> list(talk, own));
            case UNBOOK -> door.toCome(talk, CHOICES).map(own -> which(talk, named(talk, cancellable(own))));
            case CHOICE ->
                door.find(talk, talk.memory().options().get(talk.intent().choice() - 1))
                        .map(chosen -> whether(talk, chosen));
            case NO -> Mono.just(talk.says("好的，预约还在，不取消。", talk.memory().withoutQuestion()));
            default -> cancel(talk);
        };
    }

    private Reply list(Talk talk, List<OwnAppointment> own) {
        return talk.says(
                own.isEmpty()
                        ? "您现在没有预约。要约医生、律师等上门，发“预约”。"
                        : "您的预约：\n%s\n要取消发“取消预约”；%s。".formatted(numbered(own), inTheMiniProgram("要改时间点这里")),
                talk.memory().withoutQuestion());
    }

    private static List<OwnAppointment> cancellable(List<OwnAppointment> own) {
        return own.stream().filter(OwnAppointment::cancellable).toList();
    }

    /** Those of the service that the words name, where they name one. */
    private List<OwnAppointment> named(Talk talk, List<OwnAppointment> own) {
        Set<String> meant = door.meantBy(talk.words()).stream().map(Offer::code).collect(Collectors.toSet());
        List<OwnAppointment> named =
                own.stream().filter(one -> meant.contains(one.slot().service())).toList();
        return named.isEmpty() ? own : named;
    }

    private Reply which(Talk talk, List<OwnAppointment> own) {
        if (own.isEmpty()) {
            return talk.says("您现在没有可以在这里取消的预约。离开始太近的，请打电话告诉社区。", talk.memory().withoutQuestion());
        }
        if (own.size() == 1) {
            return whether(talk, own.get(0));
        }
        Memory next = asking.which(
                talk,
                Question.WHICH_BOOKING,
                own.stream().map(OwnAppointment::no).toList());
        return talk.says("要取消哪一个？\n%s\n回复前面的数字就行。".formatted(numbered(own)), next);
    }

    private Reply whether(Talk talk, OwnAppointment one) {
        return talk.says(
                "要取消这个预约吗？\n%s\n要取消回复“确认”，不取消回复“不取消”。".formatted(BookingWords.line(one)),
                asking.about(talk, Question.CANCEL_IT, one.no()));
    }

    /** 取消 to “which” means that nothing is cancelled, to “really” that it is. */
    private Mono<Reply> cancel(Talk talk) {
        if (talk.memory().asked() == Question.WHICH_BOOKING) {
            return Mono.just(talk.says("好的，预约都还在。", talk.memory().withoutQuestion()));
        }
        return door.cancel(talk, talk.memory().about())
                .map(gone -> talk.says(
                        "取消了：%s，%s。名额会让给别人。还要约，发“预约”。"
                                .formatted(
                                        gone.slot().serviceName(), gone.slot().time()),
                        talk.memory().withoutQuestion()));
    }

    private String inTheMiniProgram(String words) {
        return links.to(links.pages().booking(), words);
    }

    private static String numbered(List<OwnAppointment> own) {
        return IntStream.range(0, own.size())
                .mapToObj(i -> (i + 1) + ". " + BookingWords.line(own.get(i)))
                .collect(Collectors.joining("\n"));
    }
}
