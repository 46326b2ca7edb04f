package cn.huiyin.messaging.domain;

import cn.huiyin.messaging.domain.Decision.What;
import cn.huiyin.messaging.domain.Known.Held;
import cn.huiyin.messaging.domain.Route.Kept;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides by which ways a message goes to a person, and whether now: the policy, put to what is known. */
public final class Routing {

    private final RoutingPolicy policy;
    private final Openness openness;

    public Routing(RoutingPolicy policy, Openness openness) {
        this.policy = policy;
        this.openness = openness;
    }

    /** What follows for this message, with every decision and its reason. */
    public Route route(Job job, Entry entry, Known known) {
        var weight = entry.weightOf(job.facts());
        return new Choice(job, entry, weight, policy.ruleFor(entry, weight), known).route();
    }

    /** The limit of the day was reached by another message since. */
    public Route overTheLimit(Job job, Entry entry, Known known) {
        var weight = entry.weightOf(job.facts());
        var choice = new Choice(job, entry, weight, policy.ruleFor(entry, weight), known);
        choice.ways();
        return choice.heldByTheLimit();
    }

    /** One message and the decisions about it, as they are taken. */
    private final class Choice {

        private final Job job;
        private final Entry entry;
        private final Weight weight;
        private final Rule rule;
        private final Known known;
        private final boolean owed;
        private final List<Decision> decisions = new ArrayList<>();
        private final List<String> notReached = new ArrayList<>();

        private Choice(Job job, Entry entry, Weight weight, Rule rule, Known known) {
            this.job = job;
            this.entry = entry;
            this.weight = weight;
            this.rule = rule;
            this.known = known;
            this.owed = entry.mustReach() || rule.task();
            decide(null, What.RULE, "按规定“%s”".formatted(rule.name()));
        }

        private Route route() {
            var ways = ways();
            if (ways.isEmpty()) {
                decide(null, What.INSIDE, owed ? "没有能送到本人的方式，请人转告" : "没有能送到本人的方式，放在站内信里");
                return out(ways, false);
            }
            if (job.inDoubt()) {
                return out(ways, false);
            }
            return quiet().or(this::together).or(this::daily).or(this::limit).orElseGet(() -> out(ways, counts()));
        }

        /** Each channel of the rule, in its order: open, or closed with its reason. */
        private List<Way> ways() {
            var ways = new ArrayList<Way>();
            rule.channels().forEach(channel -> {
                var closed = closed(channel);
                if (closed.isEmpty()) {
                    ways.add(openness.way(entry, known, channel));
                    decide(channel, What.OPEN, openness.why(channel));
                } else {
                    decide(channel, What.CLOSED, openness.word(closed.get()));
                    if (Openness.isWorthTelling(closed.get())) {
                        notReached.add(closed.get());
                    }
                }
            });
            return List.copyOf(ways);
        }

        private Optional<String> closed(String channel) {
            if (job.inDoubt() && channel.equals(job.channel())) {
                return openness.address(known, channel).isEmpty() ? Optional.of("NO_ADDRESS") : Optional.empty();
            }
            var tried = job.tried().get(channel);
            if (tried != null) {
                return Optional.of(tried);
            }
            return mayBeLeftOut() && known.preference().leftOut().contains(channel)
                    ? Optional.of(Openness.LEFT_OUT)
                    : openness.closed(entry, known, channel, policy.reserve());
        }

        private Optional<Route> quiet() {
            var hours = rule.hold();
            if (hours == null) {
                return Optional.empty();
            }
            var own = known.preference().quiet();
            var quiet = hours.own() && own != null ? own : hours.quiet();
            return quiet.endAfter(known.now())
                    .map(end -> held(Held.QUIET, end, "%s 不打扰，到时间再发".formatted(quiet.inWords())));
        }

        /** What was held is let out: one by one where they are few, else as one message. */
        private Optional<Route> together() {
            if (known.held() == null || known.held() == Held.ALONE || !canWait()) {
                return Optional.empty();
            }
            var enough = known.held() == Held.QUIET ? policy.summary().from() : 2;
            if (known.together() < enough) {
                return Optional.empty();
            }
            decide(null, What.SUMMARISED, "攒了 %d 条，合成一条告诉".formatted(known.together()));
            return Optional.of(new Route.Summarised(List.copyOf(decisions)));
        }

        private Optional<Route> daily() {
            var mayWait = known.held() == null && mayBeLeftOut() && canWait() && rule.hold() != null;
            if (!mayWait || !known.preference().daily()) {
                return Optional.empty();
            }
            var at = policy.summary().daily();
            return Optional.of(held(Held.DAILY, QuietHours.next(at, known.now()), "本人要一天告诉一次，%s 一起告诉".formatted(at)));
        }

        private Optional<Route> limit() {
            var over = counts() && !known.counted() && known.today() >= policy.limit(entry.audience());
            return over ? Optional.of(heldByTheLimit()) : Optional.empty();
        }

        private Route heldByTheLimit() {
            var next = policy.summary().at().stream()
                    .map(at -> QuietHours.next(at, known.now()))
                    .min(Instant::compareTo)
                    .orElseThrow();
            return held(Held.LIMIT, next, "今天已经发了 %d 条，多的攒在一起告诉".formatted(policy.limit(entry.audience())));
        }

        private Route held(Held why, Instant until, String reason) {
            decide(null, What.HELD, reason);
            return new Route.Held(until, why, owed, List.copyOf(decisions));
        }

        private Route out(List<Way> ways, boolean counts) {
            return new Route.Out(
                    owed ? entry.owed() : entry,
                    ways,
                    List.copyOf(notReached),
                    new Kept(owed, counts ? policy.limit(entry.audience()) : null),
                    List.copyOf(decisions));
        }

        /** What must be told, and what hurries, does not ask for wishes. */
        private boolean mayBeLeftOut() {
            return !owed && !weight.hurries();
        }

        /** What the limit or a wish held once goes out when it is let out. */
        private boolean counts() {
            return rule.limit() && !owed && canWait() && (known.held() == null || known.held() == Held.QUIET);
        }

        private boolean canWait() {
            return !weight.hurries() && !entry.isSummary();
        }

        private void decide(@Nullable String channel, What what, String reason) {
            decisions.add(new Decision(known.now(), channel, what, reason));
        }
    }
}
