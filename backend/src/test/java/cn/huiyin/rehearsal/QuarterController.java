package cn.huiyin.rehearsal;

import cn.huiyin.calendar.Calendars;
import cn.huiyin.calendar.WorkingCalendar;
import cn.huiyin.oversight.DrawKeeper;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import cn.huiyin.programme.DueDesk;
import cn.huiyin.rehearsal.QuarterRun.Progress;
import cn.huiyin.safety.Checking;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Plays a quarter of visits in the demo street, a day at each call, through the doors that the API itself calls. One at a
 * time; {@code infra/rehearsal/quarter} calls it from the first day to the last.
 */
@RestController
@RequestMapping("/rehearsal/quarter")
class QuarterController {

    private static final LocalTime EVENING = LocalTime.of(19, 30);
    private static final int GRIDS_AT_ONCE = 4;
    private static final int TELL_EVERY = 30;

    private final QuarterPeople people;
    private final QuarterRounds rounds;
    private final QuarterOffice office;
    private final QuarterTickets tickets;
    private final QuarterChecks checks;
    private final DemoHouseholds households;
    private final DueDesk dues;
    private final DrawKeeper keeper;
    private final Calendars calendars;
    private final Checking checking;
    private final RehearsalClock clock;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicReference<QuarterRun> last = new AtomicReference<>();

    QuarterController(
            QuarterPeople people,
            QuarterRounds rounds,
            QuarterOffice office,
            QuarterTickets tickets,
            QuarterChecks checks,
            DemoHouseholds households,
            DueDesk dues,
            DrawKeeper keeper,
            Calendars calendars,
            Checking checking,
            RehearsalClock clock) {
        this.people = people;
        this.rounds = rounds;
        this.office = office;
        this.tickets = tickets;
        this.checks = checks;
        this.households = households;
        this.dues = dues;
        this.keeper = keeper;
        this.calendars = calendars;
        this.checking = checking;
        this.clock = clock;
    }

    @GetMapping
    Mono<Progress> show() {
        return Mono.fromSupplier(() -> begun().progress());
    }

    /** Lets everybody move in who is not there yet, and begins tomorrow; one that is under way goes on. */
    @PostMapping
    Mono<Progress> begin() {
        return alone(() -> {
            QuarterRun known = last.get();
            return known != null && !known.over() ? Mono.just(known.progress()) : fresh();
        });
    }

    private Mono<Progress> fresh() {
        return people.settle()
                .flatMap(rounders ->
                        moveIn().then(Mono.defer(this::today)).map(today -> new QuarterRun(today, rounders)))
                .flatMap(run -> keeper.keep()
                        .then(Mono.defer(() -> office.tell(run)))
                        .then(Mono.defer(() -> office.campaign(run)))
                        .thenReturn(run))
                .doOnNext(last::set)
                .map(QuarterRun::progress);
    }

    private Mono<Void> moveIn() {
        return people.played("demo-supervisor")
                .flatMapMany(supervisor -> dues.debts(supervisor, null, true))
                .flatMapIterable(debts -> debts)
                .reduce(0L, (sum, debt) -> sum + debt.homes())
                .flatMap(homes -> homes < 1000 ? households.moveIn().then() : Mono.empty());
    }

    private Mono<LocalDate> today() {
        return clock.reading().map(now -> LocalDate.ofInstant(now, WorkingCalendar.ZONE));
    }

    /** The next day, from its morning to its evening. */
    @PostMapping("/days")
    Mono<Progress> day() {
        return alone(() -> {
            QuarterRun run = begun();
            return run.over()
                    ? Mono.just(run.progress())
                    : next(run).thenReturn(run).map(QuarterRun::progress);
        });
    }

    private Mono<Void> next(QuarterRun run) {
        return checking.runUntilQuiet()
                .then(Mono.defer(() -> evening(run.today().plusDays(1))))
                .then(Mono.fromRunnable(() -> run.day++))
                .then(Mono.defer(keeper::keep))
                .then(Mono.defer(() -> office.meetNeeds(run)))
                .then(Mono.defer(() -> office.keepAppointments(run)))
                .then(Mono.defer(() -> calendars.current().isWorkingDay(run.today()) ? work(run) : Mono.empty()))
                .then(Mono.defer(() -> office.tryAgain(run)))
                .then(Mono.defer(() -> run.day % TELL_EVERY == 0 ? office.tell(run) : Mono.empty()));
    }

    private Mono<Void> evening(LocalDate day) {
        return clock.reading()
                .map(now -> Duration.between(
                        now, day.atTime(EVENING).atZone(WorkingCalendar.ZONE).toInstant()))
                .filter(ahead -> !ahead.isNegative())
                .flatMap(clock::advancing)
                .then();
    }

    private Mono<Void> work(QuarterRun run) {
        boolean monday = run.today().getDayOfWeek() == DayOfWeek.MONDAY;
        return Flux.fromIterable(run.rounders)
                .flatMap(by -> rounds.go(run, by), GRIDS_AT_ONCE)
                .then(Mono.defer(() -> tickets.handle(run)))
                .then(Mono.defer(() -> checks.look(run)))
                .then(Mono.defer(() -> monday ? office.book(run) : Mono.empty()));
    }

    private QuarterRun begun() {
        QuarterRun run = last.get();
        if (run == null) {
            throw Refusal.invalid(new Fault("quarter", "还没有开始：请先 POST /rehearsal/quarter"));
        }
        return run;
    }

    private <T> Mono<T> alone(Supplier<Mono<T>> work) {
        return Mono.defer(() -> busy.compareAndSet(false, true)
                ? Mono.defer(work).doFinally(signal -> busy.set(false))
                : Mono.error(Refusal.invalid(new Fault("quarter", "这一天还在进行中，请稍等"))));
    }
}
