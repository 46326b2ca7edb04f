package cn.huiyin.privacy.spi;

import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** All that one module holds on a person: it can be told, and it can be forgotten. */
public interface PersonalData {

    /** What the module calls its part of an export, such as {@code tickets}. */
    String section();

    /** When its turn comes in an erasure, lowest first; who the person is goes last of all. */
    int turn();

    /**
     * Everything held on this person, as JSON would have it: maps, lists, text, numbers. Empty where nothing is held.
     *
     * @param account the person's account
     */
    Mono<Map<String, Object>> export(long account);

    /**
     * Forgets this person, inside the transaction of the erasure. Twice is the same as once.
     *
     * @return what was done, each a sentence in Chinese for the person: what is gone, and what the law makes us keep
     */
    Mono<List<String>> erase(long account);
}
