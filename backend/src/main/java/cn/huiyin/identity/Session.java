package cn.huiyin.identity;

import java.time.Instant;

/**
 * A login that has just begun.
 *
 * @param token 256 random bits in base64url; only the client keeps it
 * @param expiresAt by the wall clock, as Redis counts: the movable clock of a rehearsal logs nobody out
 */
public record Session(String token, Instant expiresAt, Caller caller) {

    /** A token must not be printed by accident. */
    @Override
    public String toString() {
        return "Session[caller=" + caller.id() + ", expiresAt=" + expiresAt + "]";
    }
}
