package cn.huiyin.privacy.spi;

import cn.huiyin.privacy.Sealed;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** A column of sealed fields that can be sealed anew when the keys change. */
public interface SealedRows {

    /** What the column is called, such as {@code account.phone}. */
    String column();

    /** How many fields each key has sealed, by {@link Sealed#keyMark()}. */
    Mono<Map<String, Long>> countByKey();

    /** Some of the fields that another key than this one has sealed. */
    Mono<List<Row>> notSealedBy(String keyMark, int limit);

    /** Puts new seals in the place of old ones, where the old ones are still there; says how many. */
    Mono<Long> replace(List<Fresh> rows);

    /**
     * A field as it is kept.
     *
     * @param id finds it again
     * @param context what its seal is bound to
     */
    record Row(String id, String context, Sealed sealed) {}

    /** A field and its new seal. */
    record Fresh(Row row, Sealed sealed) {}
}
