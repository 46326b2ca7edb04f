package cn.huiyin.rehearsal;

import cn.huiyin.appointment.AppointmentDesk;
import cn.huiyin.appointment.AppointmentNo;
import cn.huiyin.appointment.BookingAsked;
import cn.huiyin.appointment.BookingDesk;
import cn.huiyin.appointment.MoveAsked;
import cn.huiyin.appointment.Seen;
import cn.huiyin.appointment.SlotDesk;
import cn.huiyin.appointment.SlotView.Where;
import cn.huiyin.appointment.SlotsAsked;
import cn.huiyin.appointment.domain.Move;
import cn.huiyin.idempotency.Answer;
import cn.huiyin.idempotency.Repeat;
import cn.huiyin.identity.Caller;
import cn.huiyin.programme.CampaignAsked;
import cn.huiyin.programme.CampaignDesk;
import cn.huiyin.rehearsal.QuarterRun.Booked;
import cn.huiyin.visit.CardDesk;
import cn.huiyin.visit.CardMoveAsked;
import cn.huiyin.visit.ConsentAsked;
import cn.huiyin.visit.ConsentDesk;
import cn.huiyin.visit.NoticeAsked;
import cn.huiyin.visit.PurposeDesk;
import cn.huiyin.visit.domain.CardMove;
import cn.huiyin.visit.domain.ConsentDeed;
import cn.huiyin.visit.domain.ConsentWay;
import java.time.LocalTime;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the communities do around the visits: tell what they are for, try a second time, meet needs, open times. */
@Component
class QuarterOffice {

    private final PurposeDesk notices;
    private final CampaignDesk campaigns;
    private final ConsentDesk consents;
    private final CardDesk cards;
    private final SlotDesk slots;
    private final BookingDesk bookings;
    private final AppointmentDesk appointments;
    private final QuarterPeople people;
    private final JsonMapper json;

    QuarterOffice(
            PurposeDesk notices,
            CampaignDesk campaigns,
            ConsentDesk consents,
            CardDesk cards,
            SlotDesk slots,
            BookingDesk bookings,
            AppointmentDesk appointments,
            QuarterPeople people,
            JsonMapper json) {
        this.notices = notices;
        this.campaigns = campaigns;
        this.consents = consents;
        this.cards = cards;
        this.slots = slots;
        this.bookings = bookings;
        this.appointments = appointments;
        this.people = people;
        this.json = json;
    }

    static Repeat once(Caller caller) {
        return new Repeat(caller.id().value(), null, "");
    }

    /** On the board of each community. */
    Mono<Void> tell(QuarterRun run) {
        return Flux.fromIterable(run.rounders)
                .distinct(QuarterPeople.Rounder::community)
                .concatMap(by -> notices.hang(
                        by.secretary(),
                        new NoticeAsked(by.community(), NoticeAsked.Way.BOARD, "本季度网格员上门走访，了解各家的需要和困难"),
                        once(by.secretary())))
                .then();
    }

    /** All households in three months, the key groups first. */
    Mono<Void> campaign(QuarterRun run) {
        var asked = new CampaignAsked("qinghe", "三个月走遍青禾", run.from, null, null);
        return people.played("demo-dispatcher")
                .flatMap(leader -> campaigns.begin(leader, asked, once(leader)))
                .doOnNext(begun -> run.campaign = body(begun).get("id").asString())
                .then();
    }

    /** The secretary goes to those who refused, once to each. */
    Mono<Void> tryAgain(QuarterRun run) {
        return Flux.fromIterable(QuarterRun.due(run.tries, one -> !one.on().isAfter(run.today())))
                .filter(one -> run.tried.add(one.household()))
                .concatMap(one -> consents.note(
                                one.by().secretary(),
                                one.household(),
                                new ConsentAsked(
                                        one.agrees() ? ConsentDeed.AGREE_AFTER_ALL : ConsentDeed.REFUSE_AGAIN,
                                        ConsentWay.IN_PERSON,
                                        null,
                                        null,
                                        one.agrees() ? "说明了走访的用处，住户同意了" : "住户还是不愿意，尊重他的意思",
                                        null),
                                once(one.by().secretary()))
                        .doOnNext(said -> run.count("secondTries", 1))
                        .doOnNext(said -> run.count("agreedAfterAll", one.agrees() ? 1 : 0)))
                .then();
    }

    Mono<Void> meetNeeds(QuarterRun run) {
        return Flux.fromIterable(QuarterRun.due(run.cards, one -> !one.on().isAfter(run.today())))
                .concatMap(card -> cards.show(card.by(), card.id())
                        .flatMap(seen -> cards.move(
                                card.by(),
                                card.id(),
                                new CardMoveAsked(CardMove.DONE, "已经办好，和住户说过了", null),
                                seen.etag())))
                .doOnNext(done -> run.count("cardsDone", 1))
                .then();
    }

    /** A doctor comes two days later; four households are booked by phone. */
    Mono<Void> book(QuarterRun run) {
        return Mono.zip(people.played("demo-dispatcher-c1"), people.played("demo-handler-committee"))
                .flatMap(both -> slots.open(both.getT1(), slot(run, both.getT2()), once(both.getT1()))
                        .flatMapMany(opened -> Flux.fromIterable(body(opened).get("items")))
                        .concatMap(slot -> bookings.book(
                                both.getT1(), booking(run, slot.get("id").asString()), once(both.getT1())))
                        .doOnNext(booked -> run.booked.add(new Booked(
                                run.today().plusDays(2), body(booked).get("id").asString())))
                        .doOnNext(booked -> run.count("appointments", 1))
                        .then());
    }

    private JsonNode body(Answer answer) {
        return json.readTree(answer.body());
    }

    private static SlotsAsked slot(QuarterRun run, Caller doctor) {
        return new SlotsAsked(
                "COMMUNITY_DOCTOR",
                doctor.id().toString(),
                "qinghe-c1",
                run.today().plusDays(2),
                null,
                null,
                LocalTime.of(9, 0),
                LocalTime.of(11, 0),
                30,
                null,
                2,
                Where.POINT,
                null,
                "听雨社区党群服务中心",
                0,
                0);
    }

    private static BookingAsked booking(QuarterRun run, String slot) {
        int n = run.count("booked", 1);
        return new BookingAsked(
                slot,
                "想请医生量血压",
                null,
                null,
                null,
                new BookingAsked.Resident(
                        "柏春雨",
                        "1390000%04d".formatted(1000 + n),
                        "qinghe-c1-g2-b" + (1 + n % 4),
                        1 + n / 4 % 9 + "0" + (1 + n / 36 % 4)));
    }

    /** Those whose day has come were there, but for each seventh. */
    Mono<Void> keepAppointments(QuarterRun run) {
        var due = QuarterRun.due(run.booked, one -> !one.on().isAfter(run.today()));
        return people.played("demo-handler-committee")
                .flatMapMany(doctor -> Flux.fromIterable(due).concatMap(one -> keep(run, doctor, one)))
                .then();
    }

    private Mono<Void> keep(QuarterRun run, Caller doctor, Booked one) {
        boolean came = run.count("appointmentsOver", 1) % 7 != 0;
        run.count(came ? "appointmentsKept" : "noShows", 1);
        return Flux.fromStream(came ? Stream.of(Move.ARRIVE, Move.COMPLETE) : Stream.of(Move.NO_SHOW))
                .concatMap(move -> appointments.move(
                        new AppointmentNo(one.appointment()), doctor, new MoveAsked(move, null, null), new Seen("*")))
                .then();
    }
}
