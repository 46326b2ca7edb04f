package cn.huiyin.messaging.spi;

import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Says which templates our account at the platform really has. */
public interface PlatformTemplates {

    /** The channel that sends by them, such as {@code SUBSCRIBE}. */
    String channel();

    /** All of them; fails where the platform does not say, worth another try. */
    Mono<List<PlatformTemplate>> all();

    /**
     * A template as the platform has it.
     *
     * @param fields its fields' names, such as {@code thing1}
     * @param words by field: the only words that may stand there; a field that takes any is not in it
     */
    record PlatformTemplate(String id, String title, List<String> fields, Map<String, List<String>> words) {}
}
