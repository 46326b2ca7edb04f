package cn.huiyin.messaging;

import cn.huiyin.messaging.spi.Subject;
import cn.huiyin.messaging.store.Summaries;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Several messages told as one: true as long as one of them is not read. */
@Component
public class SummarySubject implements Subject {

    private final Summaries summaries;

    public SummarySubject(Summaries summaries) {
        this.summaries = summaries;
    }

    @Override
    public String kind() {
        return Summaries.KIND;
    }

    @Override
    public Mono<Standing> look(Waiting message) {
        return summaries
                .unread(message.subjectId())
                .<Standing>map(unread -> new Standing.Stands(List.of(), unread))
                .defaultIfEmpty(new Standing.Gone("都已经读过了"));
    }
}
