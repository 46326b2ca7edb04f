package cn.huiyin.oversight;

import cn.huiyin.community.Community;
import cn.huiyin.community.PlacePath;
import cn.huiyin.messaging.spi.Subject;
import cn.huiyin.messaging.spi.Subject.Standing.Gone;
import cn.huiyin.messaging.spi.Subject.Standing.Stands;
import cn.huiyin.oversight.domain.CheckState;
import cn.huiyin.oversight.store.Checks;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A spot check as messages know it, by its visit: for the supervisor it was given to, as long as it is to be made. */
@Component
class CheckSubject implements Subject {

    static final String KIND = "spot-check";

    private final Checks checks;
    private final Community community;

    CheckSubject(Checks checks, Community community) {
        this.checks = checks;
        this.community = community;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Mono<Standing> look(Waiting message) {
        return checks.find(message.subjectId())
                .filter(stored -> stored.check().state() == CheckState.ASSIGNED)
                .<Standing>map(stored -> {
                    PlacePath there = new PlacePath(stored.check().path());
                    // the message names its recipient itself
                    return new Stands(
                            List.of(),
                            Map.of(
                                    "id", stored.check().visit(),
                                    "place", community.atlas().inWords(there),
                                    "placePath", there.value(),
                                    "due", Days.shown(stored.check().dueAt())));
                })
                .defaultIfEmpty(new Gone("it has been made"));
    }
}
