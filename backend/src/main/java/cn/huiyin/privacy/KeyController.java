package cn.huiyin.privacy;

import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** For administrators (the gate lets nobody else pass): which keys there are and how much each has sealed. Never a key. */
@RestController
class KeyController {

    private final Vault vault;
    private final KeyChange change;

    KeyController(Vault vault, KeyChange change) {
        this.vault = vault;
        this.change = change;
    }

    /**
     * One key.
     *
     * @param mark tells it from the others; the key itself is not shown
     * @param seals whether new fields are sealed by it
     * @param fields how many it has sealed, column by column; where it is none and it does not seal, it can go
     */
    record Key(String mark, boolean seals, Map<String, Long> fields) {}

    record KeyPage(List<Key> items) {}

    @GetMapping("/api/v1/keys")
    Mono<KeyPage> show() {
        return change.count()
                .map(columns -> new KeyPage(vault.now().known().stream()
                        .sorted()
                        .map(mark -> key(mark, columns))
                        .toList()));
    }

    private Key key(String mark, Map<String, Map<String, Long>> columns) {
        Map<String, Long> fields = new java.util.TreeMap<>();
        columns.forEach((column, counts) -> fields.put(column, counts.getOrDefault(mark, 0L)));
        return new Key(mark, mark.equals(vault.now().primary()), fields);
    }
}
