package cn.huiyin.privacy;

import cn.huiyin.background.Loop;
import cn.huiyin.privacy.spi.SealedRows;
import cn.huiyin.privacy.spi.SealedRows.Fresh;
import cn.huiyin.privacy.spi.SealedRows.Row;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Keys change while the program runs. The file of keys is looked at again and again; what an older key sealed is sealed
 * anew in small batches, each field only where it is still what was read. Readers notice nothing: every key that has
 * sealed anything opens until it has sealed nothing any more, and a file that lacks such a key is not taken.
 */
@Component
public class KeyChange extends Loop {

    private static final Logger log = LoggerFactory.getLogger(KeyChange.class);

    private final Vault vault;
    private final PrivacySettings settings;
    private final List<SealedRows> columns;

    public KeyChange(Vault vault, PrivacySettings settings, List<SealedRows> columns) {
        super("keys could not be looked at, or fields not be sealed anew", settings.lookEvery());
        this.vault = vault;
        this.settings = settings;
        this.columns = columns;
    }

    /** How many fields each key has sealed, column by column. */
    public Mono<Map<String, Map<String, Long>>> count() {
        return Flux.fromIterable(columns)
                .concatMap(column -> column.countByKey().map(counts -> Map.entry(column.column(), counts)))
                .collect(TreeMap<String, Map<String, Long>>::new, (all, one) -> all.put(one.getKey(), one.getValue()))
                .map(all -> all);
    }

    @Override
    protected Mono<Long> round() {
        return turn();
    }

    /** Looks whether the file holds other keys, and takes them; then seals anew what older ones sealed. */
    public Mono<Long> turn() {
        return takeNewKeys().then(Mono.defer(this::sealAnew));
    }

    Mono<Void> takeNewKeys() {
        String setting = settings.keyset();
        if (setting == null || Keys.isJson(setting)) {
            return Mono.empty();
        }
        return Mono.fromCallable(() -> Keys.from(setting))
                .subscribeOn(Schedulers.boundedElastic())
                .filter(fresh -> !sameAs(fresh))
                .flatMap(this::take);
    }

    private boolean sameAs(Keys fresh) {
        return fresh.primary().equals(vault.now().primary())
                && fresh.known().equals(vault.now().known());
    }

    /** Not where a key is missing that has sealed something: nobody could read that any more. */
    private Mono<Void> take(Keys fresh) {
        Set<String> missing = new TreeSet<>(vault.now().known());
        missing.removeAll(fresh.known());
        return (missing.isEmpty() ? Mono.just(Set.<String>of()) : inUse())
                .doOnNext(used -> {
                    missing.retainAll(used);
                    if (missing.isEmpty()) {
                        vault.take(fresh);
                        log.info("keys taken: {} open, {} seals", fresh.known(), fresh.primary());
                    } else {
                        log.error("keys not taken: {} have sealed fields and are not in the file", missing);
                    }
                })
                .then();
    }

    private Mono<Set<String>> inUse() {
        return count().map(all -> {
            Set<String> used = new TreeSet<>();
            all.values().forEach(counts -> used.addAll(counts.keySet()));
            return used;
        });
    }

    /** Everything that another key than the present one has sealed; says how many fields were sealed anew. */
    public Mono<Long> sealAnew() {
        return Flux.fromIterable(columns).concatMap(this::sealAnew).reduce(0L, Long::sum);
    }

    /** Until nothing is left, or nothing moves because others change the same fields. */
    private Mono<Long> sealAnew(SealedRows column) {
        return batch(column)
                .expand(done -> done == 0 ? Mono.empty() : batch(column))
                .reduce(0L, Long::sum);
    }

    private Mono<Long> batch(SealedRows column) {
        return column.notSealedBy(vault.now().primary(), settings.batch())
                .filter(rows -> !rows.isEmpty())
                .flatMap(rows -> column.replace(
                        rows.stream().flatMap(row -> fresh(column, row)).toList()))
                .defaultIfEmpty(0L);
    }

    /** One that no key opens stands in nobody's way. */
    private Stream<Fresh> fresh(SealedRows column, Row row) {
        try {
            return Stream.of(new Fresh(row, vault.seal(vault.open(row.sealed(), row.context()), row.context())));
        } catch (IllegalStateException unreadable) {
            log.error("{} {} cannot be opened by any key", column.column(), row.id());
            return Stream.empty();
        }
    }
}
