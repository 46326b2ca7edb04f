package cn.huiyin.ticket;

import cn.huiyin.calendar.Calendars;
import cn.huiyin.classification.Categories;
import cn.huiyin.classification.Suggester;
import cn.huiyin.classification.Suggestion;
import cn.huiyin.classification.Urgency;
import cn.huiyin.community.PlaceId;
import cn.huiyin.community.UnitId;
import cn.huiyin.idempotency.Answer;
import cn.huiyin.idempotency.Repeat;
import cn.huiyin.idempotency.Repeats;
import cn.huiyin.identity.AccountId;
import cn.huiyin.identity.Accounts;
import cn.huiyin.identity.Caller;
import cn.huiyin.identity.Role;
import cn.huiyin.media.Attachments;
import cn.huiyin.media.MediaId;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import cn.huiyin.safety.Marks;
import cn.huiyin.snapshot.Snapshot;
import cn.huiyin.ticket.TicketViews.Beside;
import cn.huiyin.ticket.domain.Actor;
import cn.huiyin.ticket.domain.Classification;
import cn.huiyin.ticket.domain.DeadlinePolicy;
import cn.huiyin.ticket.domain.Deadlines;
import cn.huiyin.ticket.domain.Filing;
import cn.huiyin.ticket.domain.Filing.Channel;
import cn.huiyin.ticket.domain.Moved;
import cn.huiyin.ticket.domain.Part;
import cn.huiyin.ticket.domain.Progress;
import cn.huiyin.ticket.domain.Responsibility;
import cn.huiyin.ticket.domain.Ticket;
import cn.huiyin.ticket.domain.Ticket.Rules;
import cn.huiyin.ticket.domain.TicketEvent;
import cn.huiyin.ticket.domain.Where;
import cn.huiyin.ticket.store.TicketNumbers;
import cn.huiyin.ticket.store.TicketNumbers.Next;
import cn.huiyin.ticket.store.Tickets;
import cn.huiyin.ticket.store.Tickets.KeptAnswer;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes feedback in, from every channel: two round trips, the number and the filing. */
@Component
public class TicketIntake {

    /** What residents do by themselves; everything else is written down by staff. */
    private static final Set<Channel> BY_ONESELF = EnumSet.of(Channel.MINI_PROGRAM, Channel.OFFICIAL_ACCOUNT);

    /** From here on the words alone make a matter urgent, until a person has looked. */
    private static final double SURE = 0.8;

    private final Tickets tickets;
    private final TicketNumbers numbers;
    private final TicketPlaces places;
    private final TicketViews views;
    private final Categories categories;
    private final Suggester suggester;
    private final Accounts accounts;
    private final Attachments media;
    private final Calendars calendars;
    private final Snapshot<DeadlinePolicy> policy;
    private final Repeats repeats;
    private final JsonMapper json;

    TicketIntake(
            Tickets tickets,
            TicketNumbers numbers,
            TicketPlaces places,
            TicketViews views,
            Categories categories,
            Suggester suggester,
            Accounts accounts,
            Attachments media,
            Calendars calendars,
            Snapshot<DeadlinePolicy> policy,
            Repeats repeats,
            JsonMapper json) {
        this.tickets = tickets;
        this.numbers = numbers;
        this.places = places;
        this.views = views;
        this.categories = categories;
        this.suggester = suggester;
        this.accounts = accounts;
        this.media = media;
        this.calendars = calendars;
        this.policy = policy;
        this.repeats = repeats;
        this.json = json;
    }

    /** Files it; the same request again gets the same answer. */
    public Mono<Answer> file(Caller caller, Submission asked, Repeat repeat) {
        return file(new Coming(caller, asked, null, repeat));
    }

    /** Files what another module found, and keeps with it where that was. */
    public Mono<Answer> file(Caller caller, Submission asked, Origin origin, Repeat repeat) {
        return file(new Coming(caller, asked, origin, repeat));
    }

    /** A ticket on its way in. */
    private record Coming(
            Caller caller, Submission asked, @Nullable Origin origin, Repeat repeat) {}

    private Mono<Answer> file(Coming coming) {
        checkCategory(coming.asked());
        checkChannel(coming.caller(), coming.asked());
        return repeats.once(
                coming.repeat(),
                () -> Mono.zip(reporterOf(coming.caller(), coming.asked()), mediaOf(coming.caller(), coming.asked()))
                        .flatMap(found -> numbers.next(coming.caller().id())
                                .flatMap(next -> file(coming, found.getT1(), found.getT2(), next)))
                        .onErrorMap(Attachments::told));
    }

    private Mono<Answer> file(Coming coming, AccountId reporter, List<String> attached, Next next) {
        Caller caller = coming.caller();
        Repeat repeat = coming.repeat();
        Suggestion suggestion = suggester.suggest(coming.asked().description());
        Ticket draft = draft(coming, suggestion, reporter, attached, next);
        Rules rules = new Rules(next.now(), calendars.current(), policy.get());
        Set<Part> parts = draft.filing().recorder() == null ? EnumSet.of(Part.REPORTER) : EnumSet.of(Part.RECORDER);
        Actor actor = new Actor(caller.id(), caller.displayName(), parts);
        Moved filed = Ticket.file(draft, actor, rules);
        JsonNode tree = json.valueToTree(suggestion);
        Answer answer = answer(filed, tree, actor, next);
        return tickets.file(
                        filed,
                        tree,
                        KeptAnswer.of(repeat, answer.status(), answer.location(), answer.etag(), answer.body()))
                .thenReturn(answer);
    }

    /** To its author: that nobody has checked the words yet is not worth a word. */
    private Answer answer(Moved filed, JsonNode suggestion, Actor actor, Next next) {
        Beside beside = new Beside(suggestion, Marks.NONE);
        TicketView view = views.show(filed.after().saved(), List.of(filed.event()), beside, actor, next.now());
        return new Answer(201, "/api/v1/tickets/" + view.no(), view.etag(), json.writeValueAsString(view));
    }

    private Ticket draft(Coming coming, Suggestion suggestion, AccountId reporter, List<String> attached, Next next) {
        Submission asked = coming.asked();
        boolean byStaff = !BY_ONESELF.contains(channelOf(asked));
        Filing filing = new Filing(
                next.no(),
                asked.description(),
                attached,
                channelOf(asked),
                Boolean.TRUE.equals(asked.anonymous()),
                reporter,
                byStaff ? coming.caller().id() : null,
                coming.origin(),
                next.now());
        return new Ticket(
                filing,
                whereOf(asked, next),
                classification(asked, suggestion),
                byStaff ? receivedBy(coming.caller()) : Responsibility.NOBODY,
                Deadlines.NONE,
                Progress.FILED,
                TicketEvent.Chain.start(next.no()),
                0);
    }

    private Classification classification(Submission asked, Suggestion suggestion) {
        boolean sure = suggestion.confidence() >= SURE;
        String category = asked.category() == null ? suggestion.category() : asked.category();
        boolean urgent = Boolean.TRUE.equals(asked.urgent())
                || (sure && suggestion.urgency() == Urgency.URGENT)
                || ((sure || asked.category() != null) && isHazard(category));
        return new Classification(category, urgent ? Urgency.URGENT : Urgency.NORMAL, null, null);
    }

    /** A kind of matter that is urgent unless a person says otherwise, such as an open manhole. */
    private boolean isHazard(String category) {
        return categories
                .find(category)
                .filter(known -> known.urgency() == Urgency.URGENT)
                .isPresent();
    }

    /** A unit that takes a matter in at its own counter is its first receiver 首接单位 (S2). */
    private static Responsibility receivedBy(Caller staff) {
        UnitId unit = staff.posts().stream()
                .filter(post -> post.role() == Role.HANDLER || post.role() == Role.UNIT_LEAD)
                .map(post -> post.unit())
                .findFirst()
                .orElse(null);
        return new Responsibility(unit, null, null, Set.of(), 0);
    }

    private Where whereOf(Submission asked, Next next) {
        Submission.PlaceAsked place = asked.place() == null ? Submission.PlaceAsked.NOWHERE : asked.place();
        PlaceId home = next.home();
        return places.find(place).orElseGet(() -> home == null ? places.somewhere(place) : places.at(home, place));
    }

    private Mono<AccountId> reporterOf(Caller caller, Submission asked) {
        Submission.ReporterAsked reporter = asked.reporter();
        return reporter == null ? Mono.just(caller.id()) : accounts.residentByPhone(reporter.phone(), reporter.name());
    }

    private Mono<List<String>> mediaOf(Caller caller, Submission asked) {
        List<String> ids = asked.media() == null ? List.of() : asked.media();
        return ids.isEmpty()
                ? Mono.just(List.of())
                : media.owned(caller.id(), ids.stream().map(MediaId::new).toList())
                        .thenReturn(List.copyOf(ids));
    }

    private void checkCategory(Submission asked) {
        String code = asked.category();
        if (code != null
                && categories.find(code).filter(known -> known.active()).isEmpty()) {
            throw Refusal.invalid(new Fault("category", "没有这个分类"));
        }
    }

    private static void checkChannel(Caller caller, Submission asked) {
        boolean byOneself = BY_ONESELF.contains(channelOf(asked));
        if (!byOneself && !caller.isStaff()) {
            throw Refusal.notYours("STAFF_CHANNEL", "这个渠道由工作人员代为登记");
        }
        if (byOneself && asked.reporter() != null) {
            throw Refusal.invalid(new Fault("reporter", "代居民登记时，请选择电话、窗口、走访等渠道"));
        }
    }

    private static Channel channelOf(Submission asked) {
        return asked.channel() == null ? Channel.MINI_PROGRAM : asked.channel();
    }
}
