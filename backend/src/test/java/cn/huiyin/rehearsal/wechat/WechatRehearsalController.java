package cn.huiyin.rehearsal.wechat;

import cn.huiyin.problem.Refusal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Looks into the stand-in, and makes it fail. */
@RestController
@RequestMapping("/rehearsal/wechat")
@ConditionalOnProperty("huiyin.rehearsal.wechat.port")
class WechatRehearsalController {

    private static final int LARGEST_PAGE = 1000;

    private final WechatStandIn wechat;

    WechatRehearsalController(WechatStandIn wechat) {
        this.wechat = wechat;
    }

    /**
     * What WeChat was asked to send, in order.
     *
     * @param since a time (from then on) or the id of a message (after it)
     * @param cursor the nextCursor of the page before
     */
    @GetMapping("/messages")
    Page messages(
            @RequestParam @Nullable String openid,
            @RequestParam @Nullable String since,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "1000") int size) {
        if (size < 1 || size > LARGEST_PAGE) {
            throw invalid("size", "每页 1 到 1000 条");
        }
        var wanted = of(openid).and(since(since)).and(cursor == null ? message -> true : after("cursor", cursor));
        var found = wechat.messages(wanted, size + 1);
        var more = found.size() > size;
        var page = more ? found.subList(0, size) : found;
        return new Page(page, more ? page.get(size - 1).id() : null);
    }

    record Page(List<SentMessage> items, @Nullable String nextCursor) {}

    @PostMapping("/faults")
    @ResponseStatus(HttpStatus.CREATED)
    FaultWish.View addFault(@RequestBody FaultWish wish) {
        var fault = wish.fault(wechat.paths());
        wechat.fault(fault);
        return FaultWish.View.of(fault);
    }

    @GetMapping("/faults")
    Faults faults() {
        return new Faults(wechat.faults().stream().map(FaultWish.View::of).toList(), null);
    }

    record Faults(List<FaultWish.View> items, @Nullable String nextCursor) {}

    @DeleteMapping("/faults")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void noMoreFaults() {
        wechat.noMoreFaults();
    }

    /** The person taps "allow" this many times, without their page reporting it. */
    @PostMapping("/grants")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<GrantWish.View> grant(@RequestBody GrantWish wish) {
        return Mono.fromCallable(() -> wish.on(wechat)).subscribeOn(Schedulers.boundedElastic());
    }

    /** The person does something in the official account; what they are answered at once. */
    @PostMapping("/says")
    Mono<SayingWish.View> says(@RequestBody SayingWish wish) {
        return Mono.fromCallable(() -> new SayingWish.View(
                        wechat.does(wish.who(), wish.saying()).orElse(null)))
                .subscribeOn(Schedulers.boundedElastic());
    }

    private static Predicate<SentMessage> of(@Nullable String openid) {
        return message -> openid == null || openid.isEmpty() || message.openid().equals(openid);
    }

    private static Predicate<SentMessage> since(@Nullable String since) {
        if (since == null || since.isEmpty()) {
            return message -> true;
        }
        if (since.chars().allMatch(Character::isDigit)) {
            return after("since", since);
        }
        Instant from;
        try {
            // an unescaped + in an address arrives as a space
            from = OffsetDateTime.parse(since.replace(' ', '+')).toInstant();
        } catch (DateTimeParseException e) {
            throw invalid("since", "写成时间（如 2026-11-22T15:01:00+08:00）或消息的编号");
        }
        return message -> !message.at().isBefore(from);
    }

    private static Predicate<SentMessage> after(String field, String id) {
        try {
            var number = Long.parseLong(id);
            return message -> message.number() > number;
        } catch (NumberFormatException e) {
            throw invalid(field, "不是消息的编号");
        }
    }

    static Refusal invalid(String field, String detail) {
        return Refusal.invalid(new cn.huiyin.problem.Fault(field, detail));
    }
}
