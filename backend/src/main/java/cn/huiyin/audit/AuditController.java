package cn.huiyin.audit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * For supervisors and admins (the gate lets nobody else pass), and for whoever checks them: the whole chain, its end, and
 * our own check of it.
 */
@RestController
@RequestMapping("/api/v1/audit")
class AuditController {

    private final Audit audit;

    AuditController(Audit audit) {
        this.audit = audit;
    }

    @GetMapping("/verification")
    Mono<AuditVerdict> verification() {
        return audit.verify();
    }

    @GetMapping("/head")
    Mono<AuditHead> head() {
        return audit.head();
    }

    @GetMapping("/entries")
    Mono<Page> entries(
            @RequestParam(name = "cursor", defaultValue = "0") @Min(0) long cursor,
            @RequestParam(name = "size", defaultValue = "20") @Min(1) @Max(100) int size) {
        return audit.page(cursor, size).map(entries -> Page.of(entries, size));
    }

    /** An entry with its id and actor as strings and its time as it is sealed, to the microsecond. */
    record Sealed(
            String id,
            String at,
            String kind,
            String actor,
            String subject,
            String facts,
            String previous,
            String hash) {

        static Sealed of(AuditEntry entry) {
            return new Sealed(
                    Long.toString(entry.id()),
                    HashChain.time(entry.at()),
                    entry.kind(),
                    Long.toString(entry.actor()),
                    entry.subject(),
                    entry.facts(),
                    entry.previous(),
                    entry.hash());
        }
    }

    record Page(List<Sealed> items, @Nullable String nextCursor) {

        static Page of(List<AuditEntry> entries, int size) {
            boolean more = entries.size() == size;
            return new Page(
                    entries.stream().map(Sealed::of).toList(),
                    more ? Long.toString(entries.get(size - 1).id()) : null);
        }
    }
}
