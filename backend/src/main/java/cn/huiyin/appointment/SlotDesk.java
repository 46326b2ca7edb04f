package cn.huiyin.appointment;

import cn.huiyin.appointment.SlotView.Where;
import cn.huiyin.appointment.domain.Opening;
import cn.huiyin.appointment.domain.Part;
import cn.huiyin.appointment.domain.Service;
import cn.huiyin.appointment.domain.Services;
import cn.huiyin.appointment.domain.Slot;
import cn.huiyin.appointment.domain.Times;
import cn.huiyin.appointment.store.Slots;
import cn.huiyin.appointment.store.Slots.Opened;
import cn.huiyin.appointment.store.Slots.Wish;
import cn.huiyin.calendar.Calendars;
import cn.huiyin.community.Community;
import cn.huiyin.community.Place;
import cn.huiyin.community.PlaceId;
import cn.huiyin.community.PlaceKind;
import cn.huiyin.community.PlacePath;
import cn.huiyin.idempotency.Answer;
import cn.huiyin.idempotency.LastingWrite;
import cn.huiyin.idempotency.Repeat;
import cn.huiyin.idempotency.Repeats;
import cn.huiyin.identity.AccountId;
import cn.huiyin.identity.Accounts;
import cn.huiyin.identity.Caller;
import cn.huiyin.identity.Post;
import cn.huiyin.identity.Role;
import cn.huiyin.privacy.PlainWords;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import cn.huiyin.snapshot.Snapshot;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Where the community opens times for booking, and closes them. */
@Component
public class SlotDesk {

    private final Slots slots;
    private final AppointmentViews views;
    private final Snapshot<Services> services;
    private final Accounts accounts;
    private final Community community;
    private final Calendars calendars;
    private final Repeats repeats;
    private final TransactionalOperator transaction;
    private final JsonMapper json;

    SlotDesk(
            Slots slots,
            AppointmentViews views,
            Snapshot<Services> services,
            Accounts accounts,
            Community community,
            Calendars calendars,
            Repeats repeats,
            TransactionalOperator transaction,
            JsonMapper json) {
        this.slots = slots;
        this.views = views;
        this.services = services;
        this.accounts = accounts;
        this.community = community;
        this.calendars = calendars;
        this.repeats = repeats;
        this.transaction = transaction;
        this.json = json;
    }

    /** What was opened, and the times that had to be left out, each with the reason. */
    public record OpenedView(List<SlotView> items, List<Skipped> skipped) {}

    public record Skipped(Instant startsAt, Instant endsAt, String time, String why) {}

    /** Opens one slot, or many by a weekly pattern; the same request again gets the same answer. */
    public Mono<Answer> open(Caller caller, SlotsAsked asked, Repeat repeat) {
        Place place = communityOf(caller, asked);
        mustBeOffered(asked);
        return repeats.once(
                repeat,
                () -> staffFor(asked, place)
                        .map(staff -> wish(caller, asked, place, staff))
                        .flatMap(wish -> slots.now()
                                .map(now -> opening(asked).windows(now, calendars.current()))
                                .flatMap(windows -> slots.open(wish, windows)))
                        .flatMap(this::shown)
                        .map(opened -> new Answer(201, null, null, json.writeValueAsString(opened)))
                        .flatMap(answer -> repeats.keep(repeat, answer).thenReturn(answer))
                        .as(transaction::transactional));
    }

    private Place communityOf(Caller caller, SlotsAsked asked) {
        Place place = community
                .atlas()
                .place(new PlaceId(asked.communityId()))
                .filter(found -> found.kind() == PlaceKind.COMMUNITY)
                .orElseThrow(() -> Refusal.invalid(new Fault("communityId", "没有这个社区")));
        if (!caller.is(Role.DISPATCHER, place.path())) {
            throw Refusal.notYours("NOT_ALLOWED", "只有本社区的管理员可以开放预约时段");
        }
        return place;
    }

    private void mustBeOffered(SlotsAsked asked) {
        if (services.get().find(asked.service()).filter(Service::active).isEmpty()) {
            throw Refusal.invalid(new Fault("service", "没有这项服务，或已停用"));
        }
    }

    /** Whoever comes to residents' homes must be somebody whom the street has given a post. */
    private Mono<AccountId> staffFor(SlotsAsked asked, Place place) {
        return SlotId.read(asked.staffId())
                .map(id -> accounts.find(new AccountId(id.value())))
                .orElseGet(Mono::empty)
                .filter(person -> person.posts().stream().anyMatch(post -> worksAt(post, place.path())))
                .map(Caller::id)
                .switchIfEmpty(Mono.error(() -> Refusal.invalid(new Fault("staffId", "没有这位服务人员，或者不是本街道的工作人员"))));
    }

    private boolean worksAt(Post post, PlacePath there) {
        PlacePath street = PlacePath.root(there.street());
        if (post.place() != null && post.role() != Role.ADMIN) {
            return street.covers(post.place()) || post.place().covers(street);
        }
        return post.unit() != null
                && community
                        .atlas()
                        .unit(post.unit())
                        .filter(unit -> street.covers(unit.serves()))
                        .isPresent();
    }

    private Wish wish(Caller caller, SlotsAsked asked, Place place, AccountId staff) {
        boolean atHome = asked.at() == Where.HOME;
        int capacity = Objects.requireNonNullElse(asked.capacity(), 1);
        if (atHome && capacity > 1) {
            throw Refusal.invalid(new Fault("capacity", "上门的时段一次只约一户；要多约几户，请填“每个时段多少分钟”分成几个时段"));
        }
        return new Wish(
                place.path(),
                asked.service(),
                staff,
                capacity,
                atHome,
                atHome ? null : pointOf(asked),
                atHome ? null : buildingOf(asked, place),
                asked.leadMinutes(),
                asked.cancelMinutes(),
                caller.id());
    }

    private static String pointOf(SlotsAsked asked) {
        String point = asked.point();
        if (point == null || point.isBlank()) {
            throw Refusal.invalid(new Fault("point", "请写明到哪里，例如“党群服务中心一楼”"));
        }
        return point.strip();
    }

    private @Nullable PlacePath buildingOf(SlotsAsked asked, Place place) {
        if (asked.buildingId() == null) {
            return null;
        }
        return community
                .atlas()
                .place(new PlaceId(asked.buildingId()))
                .filter(found -> found.kind() == PlaceKind.BUILDING)
                .map(Place::path)
                .filter(place.path()::covers)
                .orElseThrow(() -> Refusal.invalid(new Fault("buildingId", "本社区没有这栋楼")));
    }

    private static Opening opening(SlotsAsked asked) {
        Set<Integer> weekdays = asked.weekdays() == null ? Set.of() : asked.weekdays();
        return new Opening(
                asked.date(),
                Objects.requireNonNullElse(asked.until(), asked.date()),
                weekdays.stream().map(DayOfWeek::of).collect(Collectors.toUnmodifiableSet()),
                asked.startTime(),
                asked.endTime(),
                Objects.requireNonNullElse(asked.minutesEach(), 0),
                Objects.requireNonNullElse(asked.pauseMinutes(), 0));
    }

    private Mono<OpenedView> shown(Opened opened) {
        List<Skipped> skipped = opened.skipped().stream()
                .map(one -> new Skipped(
                        one.startsAt(),
                        one.endsAt(),
                        Times.ofSlot(one.startsAt(), one.endsAt()),
                        Outcomes.inWords(one.why())))
                .toList();
        return slots.all(opened.opened())
                .flatMap(found -> views.names(
                                found.stream().map(seen -> seen.slot().staff()).toList())
                        .map(names -> new OpenedView(
                                found.stream()
                                        .map(seen -> views.slot(seen.slot(), seen.now(), names))
                                        .toList(),
                                skipped)));
    }

    /** Closes a slot, or changes how many places it has. */
    public Mono<SlotView> move(Caller caller, SlotId id, SlotMoveAsked asked, Seen seen) {
        return LastingWrite.of(found(caller, id).flatMap(found -> {
                    Slot slot = found.slot();
                    seen.check(slot.version(), true);
                    slot.mustBeChangeable(found.now());
                    return asked.move() == SlotMoveAsked.Move.CLOSE ? close(caller, slot, asked) : resize(slot, asked);
                }))
                .then(Mono.defer(() -> slots.find(id)))
                .flatMap(after -> views.names(List.of(after.slot().staff()))
                        .map(names -> views.slot(after.slot(), after.now(), names)));
    }

    private Mono<Slots.Seen> found(Caller caller, SlotId id) {
        return slots.find(id)
                .filter(found -> caller.is(Role.DISPATCHER, found.slot().community()))
                .switchIfEmpty(Mono.error(BookingDesk::noSuchSlot));
    }

    private Mono<String> close(Caller caller, Slot slot, SlotMoveAsked asked) {
        String note = asked.note();
        if (note == null || note.isBlank()) {
            throw Refusal.invalid(new Fault("note", "请写明原因，约好的居民会看到"));
        }
        PlainWords.fault("note", note).ifPresent(fault -> {
            throw Refusal.invalid(fault);
        });
        return slots.close(slot.id(), slot.version(), note, caller.id(), caller.displayName(), Part.DISPATCHER.name())
                .map(SlotDesk::saved);
    }

    private Mono<String> resize(Slot slot, SlotMoveAsked asked) {
        Integer capacity = asked.capacity();
        if (capacity == null) {
            throw Refusal.invalid(new Fault("capacity", "请填写名额"));
        }
        return slots.resize(slot.id(), slot.version(), capacity).map(SlotDesk::saved);
    }

    private static String saved(String said) {
        if (!said.equals("SAVED")) {
            throw Outcomes.refusal(said);
        }
        return said;
    }
}
