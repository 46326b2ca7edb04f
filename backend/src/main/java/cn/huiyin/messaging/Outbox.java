package cn.huiyin.messaging;

import cn.huiyin.messaging.domain.Catalogue;
import cn.huiyin.messaging.store.Promises;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The door for whoever promises to tell somebody something. */
@Component
public class Outbox {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Catalogue catalogue;
    private final Promises promises;

    public Outbox(Catalogue catalogue, Promises promises) {
        this.catalogue = catalogue;
        this.promises = promises;
    }

    /**
     * The notices as {@code outbox_append(jsonb)} takes them, for a statement that keeps them together with their cause.
     *
     * @throws IllegalArgumentException where an occasion is not in the catalogue
     */
    public String json(List<Notice> notices) {
        return JSON.writeValueAsString(notices.stream().map(this::row).toList());
    }

    /** Keeps them by themselves; says how many were new. The same key is kept once, for ever. */
    public Mono<Integer> append(List<Notice> notices) {
        return Mono.fromSupplier(() -> json(notices)).flatMap(promises::append);
    }

    /** Which of these keys have ever been kept; for a reconciler. */
    public Mono<Set<String>> known(Collection<String> dedupKeys) {
        return promises.known(dedupKeys);
    }

    private Row row(Notice notice) {
        var entry = catalogue.find(notice.occasion());
        if (entry.isEmpty()) {
            throw new IllegalArgumentException("not in the catalogue: " + notice.occasion());
        }
        return new Row(
                notice.occasion(),
                notice.dedupKey(),
                notice.street(),
                notice.subjectKind(),
                notice.subjectId(),
                notice.recipient() == null ? null : notice.recipient().value(),
                notice.notBefore() == null ? null : notice.notBefore().toString(),
                entry.get().urgent(),
                notice.facts());
    }

    /** A notice as the database's door reads it. */
    @SuppressWarnings("UnusedVariable")
    private record Row(
            String occasion,
            String dedup_key,
            String street,
            String subject_kind,
            String subject_id,
            @Nullable Long recipient,
            @Nullable String not_before,
            boolean urgent,
            Map<String, String> facts) {}
}
