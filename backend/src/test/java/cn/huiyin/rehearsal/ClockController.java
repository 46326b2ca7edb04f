package cn.huiyin.rehearsal;

import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import cn.huiyin.safety.Checking;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The clock of the rehearsal over HTTP; it only goes forward, as time does. */
@RestController
@RequestMapping("/rehearsal/clock")
class ClockController {

    private static final Duration FARTHEST = Duration.ofDays(400);

    private final RehearsalClock clock;
    private final Checking checking;

    ClockController(RehearsalClock clock, Checking checking) {
        this.clock = clock;
        this.checking = checking;
    }

    @GetMapping
    Mono<Reading> read() {
        return clock.reading().map(Reading::new);
    }

    /** What was written is checked first: WeChat does not check what somebody wrote who was here hours ago. */
    @PostMapping
    Mono<Reading> advance(@RequestBody Wish wish) {
        return checking.runUntilQuiet()
                .then(Mono.defer(() -> clock.advancing(wish.duration())))
                .map(Reading::new);
    }

    record Reading(Instant now) {}

    /** @param advance how far, as ISO 8601 writes it: PT72H, P3D */
    record Wish(@Nullable String advance) {

        Duration duration() {
            var duration = parsed();
            if (duration.isNegative() || duration.compareTo(FARTHEST) > 0) {
                throw refused();
            }
            return duration;
        }

        private Duration parsed() {
            try {
                return Duration.parse(advance == null ? "" : advance);
            } catch (DateTimeParseException e) {
                throw refused();
            }
        }

        private static Refusal refused() {
            return Refusal.invalid(new Fault("advance", "时钟只能向前拨，写法如 PT72H 或 P3D，一次最多 400 天"));
        }
    }
}
