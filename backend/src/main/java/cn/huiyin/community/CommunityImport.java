package cn.huiyin.community;

import cn.huiyin.problem.Refusal;
import io.r2dbc.spi.R2dbcException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The door through which whole streets come in: all of a document or nothing of it. */
@Component
public class CommunityImport {

    private static final String FOREIGN_KEY_VIOLATION = "23503";

    private final Community community;
    private final AtlasStore store;

    CommunityImport(Community community, AtlasStore store) {
        this.community = community;
        this.store = store;
    }

    /**
     * Takes the streets of a document as they now are. The same document twice changes nothing the second time. Places
     * and units of these streets that it no longer names are removed; refused with 409 while something still hangs on
     * them. Refused with 422 and the faulty entries named if the document is wrong. This replica sees the change at once.
     *
     * @param actor the account that asks; 0 is the program itself
     */
    public Mono<Imported> take(CommunityDocument document, long actor) {
        return Mono.defer(() -> {
            var faults = CommunityCheck.faults(document, community.atlas());
            return faults.isEmpty() ? keep(document, actor) : Mono.error(Refusal.invalid(faults));
        });
    }

    private Mono<Imported> keep(CommunityDocument document, long actor) {
        return store.take(AtlasReading.read(document), actor)
                .onErrorMap(CommunityImport::isStillNeeded, CommunityImport::inUse)
                .flatMap(imported -> community.refresh().thenReturn(imported));
    }

    private static boolean isStillNeeded(Throwable failure) {
        return failure instanceof DataIntegrityViolationException
                && failure.getCause() instanceof R2dbcException cause
                && FOREIGN_KEY_VIOLATION.equals(cause.getSqlState());
    }

    private static Throwable inUse(Throwable failure) {
        return Refusal.conflict("PLACE_IN_USE", "文件里少了仍在使用的地点或单位，请补上后再导入");
    }

    /**
     * What an import did.
     *
     * @param places how many places the document holds
     * @param units how many units
     * @param removed places and units that are gone
     */
    public record Imported(int places, int units, int removed) {}
}
