package cn.huiyin.programme;

import cn.huiyin.calendar.WorkingCalendar;
import cn.huiyin.community.Atlas;
import cn.huiyin.community.Community;
import cn.huiyin.community.Place;
import cn.huiyin.community.PlaceId;
import cn.huiyin.community.PlacePath;
import cn.huiyin.household.HouseholdClass;
import cn.huiyin.household.spi.VisitConsent;
import cn.huiyin.identity.Caller;
import cn.huiyin.identity.Post;
import cn.huiyin.identity.Role;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import cn.huiyin.programme.domain.Due;
import cn.huiyin.programme.domain.Route;
import cn.huiyin.programme.domain.Route.Candidate;
import cn.huiyin.programme.domain.Route.Day;
import cn.huiyin.programme.domain.Route.Fixed;
import cn.huiyin.programme.domain.Route.Stop;
import cn.huiyin.programme.store.Days;
import cn.huiyin.programme.store.Days.Booking;
import cn.huiyin.programme.store.Days.Home;
import cn.huiyin.programme.store.VisitPolicies;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A grid worker's day: whom to visit, in which order, around what they have promised. */
@Component
public class RouteDesk {

    private static final int CANDIDATES = 500;
    private static final int DAYS_AHEAD = 31;

    private final Days days;
    private final VisitPolicies policies;
    private final Community community;
    private final ObjectProvider<VisitConsent> consent;
    private final ProgrammeSettings settings;

    RouteDesk(
            Days days,
            VisitPolicies policies,
            Community community,
            ObjectProvider<VisitConsent> consent,
            ProgrammeSettings settings) {
        this.days = days;
        this.policies = policies;
        this.community = community;
        this.consent = consent;
        this.settings = settings;
    }

    /** What is asked for; null for the usual. */
    public record Wanted(
            @Nullable LocalDate date,
            @Nullable Integer visits,
            @Nullable Integer minutes) {}

    /** A home to visit. */
    public record HomeStop(
            String householdId,
            String place,
            String room,
            @JsonProperty("class") HouseholdClass kind,
            Due state,
            LocalDate dueOn) {}

    /** An appointment to keep. */
    public record Appointment(String slotId, String place) {}

    /** One stop; either a home or an appointment. */
    public record StopView(
            Instant from,
            Instant to,
            @Nullable HomeStop home,
            @Nullable Appointment appointment) {}

    /**
     * A day.
     *
     * @param left chosen, and no time for them
     */
    public record RouteView(LocalDate date, List<StopView> stops, List<HomeStop> left) {}

    public Mono<RouteView> plan(Caller caller, Wanted wanted) {
        List<PlacePath> grids = caller.posts().stream()
                .filter(post -> post.role() == Role.GRID_WORKER)
                .map(Post::place)
                .flatMap(Stream::ofNullable)
                .toList();
        if (grids.isEmpty()) {
            return Mono.error(Refusal.notYours("NOT_ALLOWED", "走访路线是网格员用的"));
        }
        return policies.today().flatMap(today -> {
            LocalDate date = wanted.date() == null ? today : wanted.date();
            if (date.isBefore(today) || date.isAfter(today.plusDays(DAYS_AHEAD))) {
                throw Refusal.invalid(new Fault("date", "只能安排今天起 %d 天内的路线".formatted(DAYS_AHEAD)));
            }
            return days.homes(grids, date, CANDIDATES)
                    .flatMap(this::withoutRefusing)
                    .flatMap(homes -> days.bookings(caller.id().value(), date)
                            .map(bookings -> day(date, wanted, homes, bookings)));
        });
    }

    private Mono<List<Home>> withoutRefusing(List<Home> homes) {
        VisitConsent known = consent.getIfAvailable();
        return known == null || homes.isEmpty()
                ? Mono.just(homes)
                : known.refusing(homes.stream().map(Home::household).toList())
                        .map(refusing -> homes.stream()
                                .filter(home -> !refusing.contains(home.household()))
                                .toList());
    }

    private RouteView day(LocalDate date, Wanted wanted, List<Home> homes, List<Booking> bookings) {
        Atlas atlas = community.atlas();
        Map<String, Home> known =
                homes.stream().collect(Collectors.toMap(home -> home.household().value(), Function.identity()));
        Day day = route(wanted)
                .plan(
                        homes.stream().map(home -> candidate(home, atlas)).toList(),
                        bookings.stream().map(booking -> fixed(booking, atlas)).toList());
        Map<String, Booking> kept = bookings.stream().collect(Collectors.toMap(Booking::slot, Function.identity()));
        return new RouteView(
                date,
                day.stops().stream()
                        .map(stop -> shown(date, stop, known, kept, atlas))
                        .toList(),
                day.left().stream().map(one -> shown(one, known, atlas)).toList());
    }

    private Route route(Wanted wanted) {
        ProgrammeSettings.Day usual = settings.day();
        int visits = wanted.visits() == null ? usual.visits() : wanted.visits();
        LocalTime to = wanted.minutes() == null ? usual.to() : later(usual.from(), wanted.minutes());
        return new Route(usual.manner(visits, usual.from(), to));
    }

    private static LocalTime later(LocalTime from, int minutes) {
        return minutes >= LocalTime.MAX.toSecondOfDay() / 60 - from.toSecondOfDay() / 60
                ? LocalTime.of(23, 59)
                : from.plusMinutes(minutes);
    }

    private static Candidate candidate(Home home, Atlas atlas) {
        return new Candidate(
                home.household().value(),
                building(home.building(), atlas),
                home.roomKey(),
                home.kind(),
                home.state(),
                home.dueOn());
    }

    /** Buildings go by the number in their name; the id keeps two of the same name apart. */
    private static String building(String id, Atlas atlas) {
        return atlas.place(new PlaceId(id)).map(Place::name).orElse("") + " " + id;
    }

    private static Fixed fixed(Booking booking, Atlas atlas) {
        String building = booking.building();
        return new Fixed(
                booking.slot(),
                building == null ? null : building(building, atlas),
                time(booking.from()),
                time(booking.to()));
    }

    private static LocalTime time(Instant moment) {
        return LocalTime.ofInstant(moment, WorkingCalendar.ZONE);
    }

    private static StopView shown(
            LocalDate date, Stop stop, Map<String, Home> homes, Map<String, Booking> bookings, Atlas atlas) {
        Candidate home = stop.home();
        Fixed appointment = stop.appointment();
        return new StopView(
                at(date, stop.from()),
                at(date, stop.to()),
                home == null ? null : shown(home, homes, atlas),
                appointment == null ? null : shown(bookings.get(appointment.id()), atlas));
    }

    private static Instant at(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(WorkingCalendar.ZONE).toInstant();
    }

    private static HomeStop shown(Candidate one, Map<String, Home> homes, Atlas atlas) {
        Home home = Objects.requireNonNull(homes.get(one.household()));
        return new HomeStop(
                one.household(),
                atlas.inWords(new PlacePath(home.path())),
                home.room(),
                one.kind(),
                one.due(),
                one.dueOn());
    }

    private static Appointment shown(@Nullable Booking booking, Atlas atlas) {
        Booking kept = Objects.requireNonNull(booking);
        String building = kept.building();
        String place = kept.point() != null
                ? kept.point()
                : building == null
                        ? "居民家"
                        : atlas.pathOf(new PlaceId(building))
                                .map(atlas::inWords)
                                .orElse("居民家");
        return new Appointment(kept.slot(), place);
    }
}
