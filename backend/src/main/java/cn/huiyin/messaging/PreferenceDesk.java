package cn.huiyin.messaging;

import cn.huiyin.identity.Caller;
import cn.huiyin.messaging.domain.Preference;
import cn.huiyin.messaging.domain.QuietHours;
import cn.huiyin.messaging.domain.RoutingPolicy;
import cn.huiyin.messaging.domain.RoutingPolicy.Span;
import cn.huiyin.messaging.domain.RoutingReader;
import cn.huiyin.messaging.store.Preferences;
import cn.huiyin.messaging.store.Preferences.Wishes;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How everybody wants to be told. */
@Component
public class PreferenceDesk {

    private static final Refusal STAFF_ONLY = Refusal.notYours("NOT_ALLOWED", "只有工作人员可以绑定用工消息");
    private static final String WHAT_CANNOT_BE_SWITCHED_OFF =
            "有危险的提醒会马上发，不分昼夜；答复、延期这些必须告诉您的消息，白天一定会发。这两种关不掉。其他消息按您的设置发，站内信里总能看到全部。";

    private final Preferences preferences;
    private final RoutingPolicy policy;

    public PreferenceDesk(Preferences preferences, RoutingPolicy policy) {
        this.preferences = preferences;
        this.policy = policy;
    }

    public Mono<Shown> show(Caller caller) {
        return preferences.of(caller.id().value()).map(this::shown);
    }

    /**
     * Takes all of it anew.
     *
     * @param quietFrom such as {@code 22:00}; both null for those of everybody
     */
    public Mono<Shown> keep(
            Caller caller, @Nullable String quietFrom, @Nullable String quietTo, boolean daily, List<String> leftOut) {
        return Mono.fromSupplier(() -> read(quietFrom, quietTo, daily, leftOut))
                .flatMap(preference -> preferences.keep(caller.id().value(), preference))
                .then(Mono.defer(() -> show(caller)));
    }

    /** They agreed in WeChat to be told as an employee, or took it back. */
    public Mono<Shown> bind(Caller caller, boolean bound) {
        return bound && !caller.isStaff()
                ? Mono.error(STAFF_ONLY)
                : preferences.bind(caller.id().value(), bound).then(Mono.defer(() -> show(caller)));
    }

    private Preference read(@Nullable String from, @Nullable String to, boolean daily, List<String> leftOut) {
        var faults = new ArrayList<Fault>();
        var begin = time("quietHours.from", from, policy.own().begin(), faults);
        var end = time("quietHours.to", to, policy.own().end(), faults);
        if ((from == null) != (to == null)) {
            faults.add(new Fault("quietHours", "开始和结束时间要一起填"));
        }
        leftOut.stream()
                .filter(channel -> !RoutingReader.CHANNELS.contains(channel))
                .findFirst()
                .ifPresent(unknown ->
                        faults.add(new Fault("leaveOut", "只能是 " + String.join("、", RoutingReader.CHANNELS))));
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        var quiet = begin.isPresent() && end.isPresent() ? new QuietHours(begin.get(), end.get()) : null;
        return new Preference(quiet, daily, Set.copyOf(leftOut));
    }

    private static Optional<LocalTime> time(String field, @Nullable String text, Span within, List<Fault> faults) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            var time = LocalTime.parse(text).withSecond(0).withNano(0);
            if (within.contains(time)) {
                return Optional.of(time);
            }
        } catch (DateTimeException notATime) {
            // told below, like a time that is too early or too late
        }
        faults.add(new Fault(field, "须是 %s 到 %s 之间的时间，如 %s".formatted(within.from(), within.to(), within.from())));
        return Optional.empty();
    }

    private Shown shown(Wishes wishes) {
        var own = wishes.preference().quiet();
        return new Shown(
                Hours.of(own == null ? policy.night() : own),
                own != null,
                Bounds.of(policy.own().begin(), policy.own().end()),
                wishes.preference().daily(),
                policy.summary().daily().toString(),
                wishes.preference().leftOut().stream().sorted().toList(),
                wishes.employee(),
                WHAT_CANNOT_BE_SWITCHED_OFF);
    }

    /**
     * How somebody is told.
     *
     * @param quietHours those that count
     * @param ownQuietHours they are their own, not everybody's
     * @param employeeMessages agreed to be told as an employee
     */
    public record Shown(
            Hours quietHours,
            boolean ownQuietHours,
            Bounds quietHoursBounds,
            boolean dailySummary,
            String dailySummaryAt,
            List<String> leaveOut,
            boolean employeeMessages,
            String note) {}

    /** Such as {@code 21:00} to {@code 08:00}. */
    public record Hours(String from, String to) {

        static Hours of(QuietHours quiet) {
            return new Hours(quiet.from().toString(), quiet.to().toString());
        }
    }

    /** Between which times one's own may begin, and end. */
    public record Bounds(Hours from, Hours to) {

        static Bounds of(Span begin, Span end) {
            return new Bounds(
                    new Hours(begin.from().toString(), begin.to().toString()),
                    new Hours(end.from().toString(), end.to().toString()));
        }
    }
}
