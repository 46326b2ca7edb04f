package cn.huiyin.identity;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a login lasts and who may begin.
 *
 * @param residentSession how long a resident stays logged in
 * @param staffSession the same for whoever holds a post: a working day
 * @param sessionsPerAccount devices at once; the oldest is logged out when one more comes
 * @param sessionPatience how long Redis may take before the answer is 503
 * @param firstAdminOpenids openids of the mini-program that become administrators of everything when they log in: the
 *     way into a new deployment, where nobody is there yet to give out posts. Take it out again afterwards; the post
 *     stays
 */
@ConfigurationProperties("huiyin.identity")
public record IdentitySettings(
        @DefaultValue("30d") Duration residentSession,
        @DefaultValue("12h") Duration staffSession,
        @DefaultValue("10") int sessionsPerAccount,
        @DefaultValue("2s") Duration sessionPatience,
        @DefaultValue List<String> firstAdminOpenids) {

    Duration sessionOf(Caller caller) {
        return caller.isStaff() ? staffSession : residentSession;
    }
}
