package cn.huiyin.messaging;

import cn.huiyin.messaging.spi.Subject;
import cn.huiyin.messaging.spi.Subject.Standing.Stands;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A visit that stands as it was promised: messages are tried with whatever facts a test likes. */
@Component
public class AVisit implements Subject {

    public static final String KIND = "visit-as-told";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Mono<Standing> look(Waiting message) {
        return Mono.just(new Stands(List.of(), message.facts()));
    }
}
