package cn.huiyin.identity;

import cn.huiyin.identity.domain.Pace;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often one may ask. Logins and what is open to all count by address, and whole quarters stand behind one address
 * of a mobile operator; everything else counts by account.
 *
 * @param login logins of an address; counted for all replicas together
 * @param write requests of an account that change something; for all replicas together
 * @param upload photos and voice of an account; for all replicas together
 * @param read what an account reads; each replica counts for itself
 * @param open what an address reads without a login; each replica counts for itself
 * @param patience how long Redis may take before a replica counts for itself; logins are closed then
 */
@ConfigurationProperties("huiyin.turnstile")
public record TurnstileSettings(
        @DefaultValue Login login,
        @DefaultValue Write write,
        @DefaultValue Upload upload,
        @DefaultValue Read read,
        @DefaultValue Open open,
        @DefaultValue("500ms") Duration patience) {

    public record Login(
            @DefaultValue("200") int atOnce,
            @DefaultValue("600") int aMinute) {}

    public record Write(
            @DefaultValue("60") int atOnce,
            @DefaultValue("60") int aMinute) {}

    public record Upload(
            @DefaultValue("20") int atOnce,
            @DefaultValue("20") int aMinute) {}

    public record Read(
            @DefaultValue("200") int atOnce,
            @DefaultValue("600") int aMinute) {}

    public record Open(
            @DefaultValue("300") int atOnce,
            @DefaultValue("1200") int aMinute) {}

    /** @param kind of request */
    public Pace pace(Kind kind) {
        return switch (kind) {
            case LOGIN -> new Pace(login.atOnce, login.aMinute);
            case WRITE -> new Pace(write.atOnce, write.aMinute);
            case UPLOAD -> new Pace(upload.atOnce, upload.aMinute);
            case READ -> new Pace(read.atOnce, read.aMinute);
            case OPEN -> new Pace(open.atOnce, open.aMinute);
        };
    }

    /** Kinds of requests, each with a pace of its own. */
    public enum Kind {
        /** While Redis is away nobody gets in: sessions lie there too, and guessing must not be free. */
        LOGIN(true),
        WRITE(true),
        UPLOAD(true),
        READ(false),
        OPEN(false);

        private final boolean together;

        Kind(boolean together) {
            this.together = together;
        }

        /** Whether all replicas count together. A look into Redis costs a read a seventh of its speed, so reads do not. */
        public boolean isCountedTogether() {
            return together;
        }
    }
}
