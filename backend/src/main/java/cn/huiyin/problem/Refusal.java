package cn.huiyin.problem;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A "no" that is part of the contract: it has a status, a stable word for programs and a sentence for people.
 * Whatever is refused changes nothing.
 */
public final class Refusal extends RuntimeException {

    private final int status;
    private final String code;
    private final String detail;
    private final List<Fault> faults;
    private final @Nullable Duration retryAfter;

    private Refusal(int status, String code, String detail, List<Fault> faults, @Nullable Duration retryAfter) {
        super(code + ": " + detail, null, false, false);
        this.status = status;
        this.code = code;
        this.detail = detail;
        this.faults = List.copyOf(faults);
        this.retryAfter = retryAfter;
    }

    /** 401: log in again. */
    public static Refusal loginAgain(String code, String detail) {
        return of(401, code, detail);
    }

    /** 403: known to you, not yours to do. */
    public static Refusal notYours(String code, String detail) {
        return of(403, code, detail);
    }

    /** 404: not yours to know, or not there; the two look alike on purpose. */
    public static Refusal unknown(String code, String detail) {
        return of(404, code, detail);
    }

    /** 409: the thing is in a state that does not allow it. */
    public static Refusal conflict(String code, String detail) {
        return of(409, code, detail);
    }

    /** 422: understood, and some fields cannot be taken. */
    public static Refusal invalid(Fault... faults) {
        return invalid(List.of(faults));
    }

    /** 422: understood, and some fields cannot be taken. */
    public static Refusal invalid(List<Fault> faults) {
        String first = faults.isEmpty() ? "填写的内容有误，请检查后再提交" : faults.get(0).detail();
        return new Refusal(422, "INVALID_INPUT", first, faults, null);
    }

    /** 429: too often; {@code retryAfter} says when it is welcome again. */
    public static Refusal tooOften(String code, String detail, Duration retryAfter) {
        return new Refusal(429, code, detail, List.of(), retryAfter);
    }

    /** 503: a part we lean on is away; {@code retryAfter} says when to try again. */
    public static Refusal unavailable(String code, String detail, Duration retryAfter) {
        return new Refusal(503, code, detail, List.of(), retryAfter);
    }

    /** Any other status of the contract (400, 412, 413, 415, 428 …). */
    public static Refusal of(int status, String code, String detail) {
        return new Refusal(status, code, detail, List.of(), null);
    }

    /** The same, with word of when to try again. */
    public Refusal retryingAfter(Duration wait) {
        return new Refusal(status, code, detail, faults, wait);
    }

    public int status() {
        return status;
    }

    /** A stable word such as {@code MOVE_REFUSED}. */
    public String code() {
        return code;
    }

    /** One sentence in Chinese for the person who asked. */
    public String detail() {
        return detail;
    }

    public List<Fault> faults() {
        return faults;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
