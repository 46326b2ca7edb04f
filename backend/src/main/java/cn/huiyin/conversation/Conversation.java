package cn.huiyin.conversation;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The door for whoever hears people: what is to be answered. */
@Component
public class Conversation {

    /** The answer in plain text, at most 600 characters; empty where there is nothing to say. */
    public Mono<String> hear(Heard heard) {
        return Mono.empty();
    }
}
