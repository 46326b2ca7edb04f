package cn.huiyin.identity.web;

import static java.nio.charset.StandardCharsets.US_ASCII;

import cn.huiyin.identity.AccountId;
import cn.huiyin.identity.Home;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** How far a list of homes was read. */
record HomeCursor(Instant at, AccountId last) {

    private static final HomeCursor BEGINNING = new HomeCursor(Instant.EPOCH, AccountId.SYSTEM);

    static HomeCursor read(@Nullable String written) {
        if (written == null || written.isEmpty()) {
            return BEGINNING;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(written), US_ASCII).split(":", -1);
            return new HomeCursor(
                    Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS),
                    new AccountId(Long.parseLong(parts[1])));
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException | IndexOutOfBoundsException made) {
            throw Refusal.invalid(new Fault("cursor", "翻页标记不正确，请从第一页重新查看"));
        }
    }

    static String after(Home home) {
        String at = ChronoUnit.MICROS.between(Instant.EPOCH, home.askedAt()) + ":" + home.account();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(at.getBytes(US_ASCII));
    }
}
