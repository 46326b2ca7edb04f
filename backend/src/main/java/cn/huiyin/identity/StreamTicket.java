package cn.huiyin.identity;

import java.time.Instant;

/** Opens one stream of a session, once and soon: for those who cannot send the token in a header. */
public record StreamTicket(String word, Instant expiresAt) {

    /** It must not be printed by accident. */
    @Override
    public String toString() {
        return "StreamTicket[expiresAt=" + expiresAt + "]";
    }
}
