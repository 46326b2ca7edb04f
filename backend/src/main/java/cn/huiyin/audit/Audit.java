package cn.huiyin.audit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * The book of what was done to the service itself: roles, notices, exports, messages sent again. Joins the transaction
 * it is called in. A statement of one's own may call {@code audit_append} instead.
 */
@Component
public class Audit {

    private static final int PAGE = 1000;

    private final AuditTable table;
    private final JsonMapper json;

    Audit(AuditTable table, JsonMapper json) {
        this.table = table;
        this.json = json;
    }

    /**
     * Adds an entry.
     *
     * @param kind a stable word, such as {@code ROLE_GRANTED}
     * @param actor the account that did it; 0 is the program itself
     * @param facts what else is worth knowing; never a phone number or a secret, for nothing is ever removed from here
     */
    public Mono<Void> append(String kind, long actor, String subject, Map<String, ?> facts) {
        return table.append(kind, actor, subject, json.writeValueAsString(new TreeMap<>(facts)));
    }

    public Mono<AuditHead> head() {
        return table.head();
    }

    /** In their order, starting behind {@code after}. */
    public Mono<List<AuditEntry>> page(long after, int size) {
        return table.page(after, size);
    }

    /** Seals every entry anew and compares, page by page, up to the end as it is noted when this begins. */
    public Mono<AuditVerdict> verify() {
        return table.head()
                .flatMap(noted -> follow(AuditHead.START, noted).map(reached -> AuditVerdict.of(reached, noted)));
    }

    private Mono<AuditHead> follow(AuditHead start, AuditHead noted) {
        return Mono.just(start).expand(reached -> followPage(reached, noted)).last();
    }

    /** How far the next page holds; empty where it is at an end, good or bad. */
    private Mono<AuditHead> followPage(AuditHead start, AuditHead noted) {
        long left = noted.length() - start.length();
        return left <= 0
                ? Mono.empty()
                : table.page(start.length(), (int) Math.min(PAGE, left))
                        .map(page -> followed(start, page))
                        .filter(reached -> reached.length() > start.length());
    }

    private static AuditHead followed(AuditHead start, List<AuditEntry> page) {
        AuditHead reached = start;
        for (AuditEntry entry : page) {
            if (!entry.follows(reached)) {
                return reached;
            }
            reached = entry.asHead();
        }
        return reached;
    }
}
