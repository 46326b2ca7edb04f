package cn.huiyin.wechat.push;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who listens to which kind of push, as one table. */
@Component
class Listeners {

    private final Map<String, PushListener> table = new HashMap<>();

    Listeners(List<PushListener> listeners) {
        listeners.forEach(listener -> listener.kinds().forEach(kind -> {
            if (table.put(listener.app() + " " + kind, listener) != null) {
                throw new IllegalStateException("two listen to " + listener.app() + " " + kind);
            }
        }));
    }

    Optional<PushListener> to(PushApp app, String kind) {
        return Optional.ofNullable(table.get(app + " " + kind));
    }
}
