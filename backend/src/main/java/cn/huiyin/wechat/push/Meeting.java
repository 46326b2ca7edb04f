package cn.huiyin.wechat.push;

import cn.huiyin.identity.Followers;
import cn.huiyin.wechat.FollowerProfiles;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Lets the two identities of a person meet. The official account knows them by an openid of its own; which person of the
 * mini-program that is says only the unionid, and that WeChat has to be asked for.
 */
@Component
class Meeting {

    static final String KIND = "~meet";

    private static final Logger LOG = LoggerFactory.getLogger(Meeting.class);
    /** The person waits for an answer meanwhile. */
    private static final Duration SHORTLY = Duration.ofMillis(1500);

    private final ObjectProvider<FollowerProfiles> profiles;
    private final Followers followers;
    private final Pushes pushes;

    Meeting(ObjectProvider<FollowerProfiles> profiles, Followers followers, Pushes pushes) {
        this.profiles = profiles;
        this.followers = followers;
        this.pushes = pushes;
    }

    /** Asked now where WeChat answers shortly, else soon; nothing where they have met. */
    Mono<Void> meet(Pushed pushed) {
        return followers.hasMet(pushed.sender()).flatMap(met -> met ? Mono.empty() : nowOrSoon(pushed));
    }

    /** Asked now; a failure is the caller's. */
    Mono<Void> meetNow(String openid) {
        return profiles.getObject()
                .unionid(openid)
                .flatMap(unionid -> followers.came(openid, unionid))
                .then();
    }

    private Mono<Void> nowOrSoon(Pushed pushed) {
        return meetNow(pushed.sender()).timeout(SHORTLY).onErrorResume(fault -> {
            LOG.info("a follower's unionid is asked for later: {}", fault.toString());
            return pushes.promise(Pushed.sha256(KIND + "\n" + pushed.key()), KIND, pushed);
        });
    }
}
