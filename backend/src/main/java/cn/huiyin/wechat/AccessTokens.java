package cn.huiyin.wechat;

import cn.huiyin.wechat.WechatTrouble.NotAsked;
import com.google.gson.JsonParseException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.error.WxRuntimeException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * The access token of one app: kept in Redis by WxJava, fetched by one caller while the others wait. One that has run out
 * is followed by the next for the asking; one that still runs is forced out at most once in thirty seconds (WeChat allows
 * that 20 times a day). A failure is remembered for a while, so that an outage
 * or a wrong setting is not asked about by every message. Blocks; for the {@link Workers} only.
 */
final class AccessTokens {

    private static final Duration AT_HAND = Duration.ofSeconds(5);
    private static final Duration LET_IT_RECOVER = Duration.ofSeconds(5);
    private static final Duration BETWEEN_FORCED = Duration.ofSeconds(30);
    private static final Duration BETWEEN_ASKED = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Source source;
    private final Supplier<Lock> amongServers;
    private final Alarms alarms;
    private final Ticker ticker;
    private final Lock inThisServer = new ReentrantLock();

    private volatile @Nullable Kept kept;
    private volatile @Nullable Failure lately;
    private volatile @Nullable Long askedAt;
    private volatile @Nullable Long forcedAt;

    /** Where tokens come from: WxJava's service. */
    interface Source {
        @Nullable String get(boolean anew) throws WxErrorException;

        /** The one that is kept is not used again. */
        void forget();
    }

    /** Nanoseconds that only go forward. */
    interface Ticker {
        long nanos();
    }

    /** Saves the way to Redis for each message. */
    private record Kept(String token, long until) {}

    private record Failure(NotAsked trouble, long until) {}

    AccessTokens(Source source, Supplier<Lock> amongServers, Alarms alarms, Ticker ticker) {
        this.source = source;
        this.amongServers = amongServers;
        this.alarms = alarms;
        this.ticker = ticker;
    }

    /** The token in use, fetched if there is none. */
    String current() {
        var atHand = kept;
        if (atHand != null && atHand.until() - ticker.nanos() > 0) {
            return atHand.token();
        }
        return alone(() -> fetch(false));
    }

    /** A token in place of one that WeChat has refused; a token that somebody else fetched meanwhile will do. */
    String insteadOf(String refused) {
        return alone(() -> {
            var atHand = kept;
            if (atHand != null && !atHand.token().equals(refused)) {
                return atHand.token();
            }
            return amongServers(() -> {
                var now = fetch(false);
                return now.equals(refused) ? next(refused) : now;
            });
        });
    }

    /** One that has run out is followed by another for the asking; only one that still runs must be forced out. */
    private String next(String refused) {
        if (within(BETWEEN_ASKED, askedAt)) {
            throw new NotAsked("接口凭证刚刚取过，仍被拒绝", BETWEEN_ASKED);
        }
        askedAt = ticker.nanos();
        source.forget();
        var next = fetch(false);
        return next.equals(refused) ? anew() : next;
    }

    private boolean within(Duration time, @Nullable Long since) {
        return since != null && ticker.nanos() - since < time.toNanos();
    }

    private String anew() {
        if (within(BETWEEN_FORCED, forcedAt)) {
            throw new NotAsked("接口凭证刚刚换过，仍被拒绝", BETWEEN_FORCED);
        }
        forcedAt = ticker.nanos();
        return fetch(true);
    }

    private String fetch(boolean anew) {
        try {
            var token = source.get(anew);
            if (token == null || token.isBlank()) {
                throw new IllegalStateException("WeChat answered without a token");
            }
            kept = new Kept(token, ticker.nanos() + AT_HAND.toNanos());
            return token;
        } catch (WxErrorException e) {
            throw remembered(refusal(e));
        } catch (WxRuntimeException | JsonParseException | IllegalStateException | NullPointerException e) {
            throw remembered(new NotAsked("拿不到接口凭证：" + Failures.name(e), null), LET_IT_RECOVER);
        } catch (DataAccessException e) {
            throw remembered(new NotAsked("拿不到接口凭证：Redis 不可用", null), LET_IT_RECOVER);
        }
    }

    private NotAsked refusal(WxErrorException e) {
        var code = e.getError().getErrorCode();
        var row = WechatAnswers.row(WechatCall.TOKEN, code);
        var after = row.reaction() == Reaction.ALARM || row.reaction() == Reaction.DEAD_LETTER
                ? Reaction.TEN_MINUTES
                : row.reaction() == Reaction.SLOW_DOWN ? Duration.ofMinutes(1) : LET_IT_RECOVER;
        if (row.reaction().alarms()) {
            alarms.raise(row);
        }
        return new NotAsked("拿不到接口凭证：" + code + " " + row.meaning(), after);
    }

    private NotAsked remembered(NotAsked trouble) {
        var after = trouble.after();
        return remembered(trouble, after == null ? LET_IT_RECOVER : after);
    }

    private NotAsked remembered(NotAsked trouble, Duration howLong) {
        lately = new Failure(trouble, ticker.nanos() + howLong.toNanos());
        return trouble;
    }

    private void throwIfFailedLately() {
        var failure = lately;
        if (failure != null && failure.until() - ticker.nanos() > 0) {
            throw failure.trouble();
        }
    }

    private String alone(Supplier<String> deed) {
        throwIfFailedLately();
        return within(inThisServer, () -> {
            throwIfFailedLately();
            return deed.get();
        });
    }

    private String amongServers(Supplier<String> deed) {
        try {
            return within(amongServers.get(), deed);
        } catch (DataAccessException e) {
            throw remembered(new NotAsked("拿不到接口凭证：Redis 不可用", null), LET_IT_RECOVER);
        }
    }

    private static String within(Lock lock, Supplier<String> deed) {
        try {
            if (!lock.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new NotAsked("等待接口凭证超时", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotAsked("等待接口凭证时被中断", null);
        }
        try {
            return deed.get();
        } finally {
            lock.unlock();
        }
    }
}
