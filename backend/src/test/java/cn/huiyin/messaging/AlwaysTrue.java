package cn.huiyin.messaging;

import cn.huiyin.messaging.spi.Subject;
import cn.huiyin.messaging.spi.Subject.Standing.Stands;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A thing that stands as it was promised, for tests that have no ticket. */
@Component
public class AlwaysTrue implements Subject {

    public static final String KIND = "always-true";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Mono<Standing> look(Waiting message) {
        return Mono.just(new Stands(List.of(), message.facts()));
    }
}
