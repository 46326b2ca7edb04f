package cn.huiyin.wechat.push;

import java.util.Set;
import reactor.core.publisher.Mono;

/** Does what one kind of push asks for. May be called again for the same push, after a crash or a failure. */
interface PushListener {

    PushApp app();

    /** By {@link Pushed#kind()}: {@code text}, {@code event:subscribe} … */
    Set<String> kinds();

    /** The answer to the person; empty where there is nothing to say. A failure is tried again. */
    Mono<String> hear(Pushed pushed);
}
