package cn.huiyin.messaging.domain;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a person, and of what waits for them, when a message to them is due.
 *
 * @param miniappOpenid null where they never logged in
 * @param mpOpenid null unless they follow the official account
 * @param granted templates of which a grant is left
 * @param stopped templates that the platform refused
 * @param answersLeft customer-service messages that may still be sent to them now
 * @param employee agreed to be told as an employee
 * @param today how many messages went out to them today that count
 * @param counted this message is one of those
 * @param held why this message was not sent at once; null where it was not held
 * @param together how many messages, with this one, were held for them and may go out by now
 * @param now the database's clock
 */
public record Known(
        @Nullable String miniappOpenid,
        @Nullable String mpOpenid,
        Set<String> granted,
        Set<String> stopped,
        int answersLeft,
        boolean employee,
        Preference preference,
        int today,
        boolean counted,
        @Nullable Held held,
        int together,
        Instant now) {

    /** Why a message was not sent at once. */
    public enum Held {
        /** Quiet hours. */
        QUIET,
        /** They want ordinary messages once a day. */
        DAILY,
        /** Enough for one day. */
        LIMIT,
        /** Its summary reached nobody: it goes by itself. */
        ALONE
    }
}
