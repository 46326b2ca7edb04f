package cn.huiyin.household;

import cn.huiyin.household.ChangeReading.Told;
import cn.huiyin.household.FileViews.For;
import cn.huiyin.household.domain.Change;
import cn.huiyin.household.store.Proposals;
import cn.huiyin.household.store.Proposals.Proposal;
import cn.huiyin.household.store.Reader;
import cn.huiyin.household.store.Saving.Decided;
import cn.huiyin.household.store.StoredFile;
import cn.huiyin.idempotency.Answer;
import cn.huiyin.idempotency.LastingWrite;
import cn.huiyin.idempotency.Repeat;
import cn.huiyin.identity.Caller;
import cn.huiyin.identity.Role;
import cn.huiyin.privacy.Mask;
import cn.huiyin.problem.Refusal;
import io.r2dbc.spi.R2dbcException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Where staff decide what residents propose for the files of their homes. */
@Service
public class ProposalDesk {

    private static final String DECIDED_BY_SOMEBODY_ELSE = "HY016";

    private final Proposals proposals;
    private final FileDesk desk;
    private final FileViews views;
    private final HouseholdRules rules;
    private final JsonMapper json;

    ProposalDesk(Proposals proposals, FileDesk desk, FileViews views, HouseholdRules rules, JsonMapper json) {
        this.proposals = proposals;
        this.desk = desk;
        this.views = views;
        this.rules = rules;
        this.json = json;
    }

    /** A proposal, as far as one reader may see it. */
    public record Shown(Proposal proposal, @Nullable ChangesAsked asked) {}

    /** Open ones within the caller's reach, oldest first. */
    public Mono<List<Shown>> open(Caller caller, long after, int limit) {
        Reader reader = Reader.of(caller, Set.of(Role.GRID_WORKER, Role.DISPATCHER));
        if (reader.reachesNothing()) {
            return Mono.error(Refusal.notYours("NOT_ALLOWED", "只有网格员和社区管理员可以处理居民的更正"));
        }
        return proposals
                .open(reader, after, limit)
                .map(proposal -> new Shown(proposal, shown(proposal, reader.partsAt(proposal.path()))))
                .collectList();
    }

    private @Nullable ChangesAsked shown(Proposal proposal, Collection<String> parts) {
        ChangesAsked asked = read(proposal);
        return asked == null
                ? null
                : new ChangesAsked(
                        asked.from(),
                        views.shown("history.why", asked.why(), Mask::words, new For(parts, null)),
                        asked.changes().stream()
                                .map(change -> shown(change, parts))
                                .toList());
    }

    private ChangeAsked shown(ChangeAsked change, Collection<String> parts) {
        For reader = new For(parts, null);
        String ofWords = switch (change.kind()) {
            case TAG -> "tag.reason";
            case WISH -> "wish.words";
            case RESOURCE -> "resource.words";
            default -> "file.note";
        };
        return new ChangeAsked(
                change.kind(),
                change.remove(),
                change.id(),
                change.status(),
                change.code(),
                seen("member.name", change.name(), Mask::name, reader),
                seen("member.birth", change.birth(), Mask::birth, reader),
                change.relation(),
                seen("member.phone", change.phone(), Mask::phone, reader),
                seen("member.idNumber", change.idNumber(), Mask::idNumber, reader),
                seen("member.health", change.health(), Mask::words, reader),
                change.atHome(),
                change.accountId(),
                change.me(),
                seen(ofWords, change.words(), Mask::words, reader),
                change.until(),
                change.resource(),
                seen("contact.bestTime", change.bestTime(), Mask::words, reader),
                change.clear());
    }

    private @Nullable String seen(String field, @Nullable String value, UnaryOperator<String> mask, For reader) {
        return views.shown(field, value, mask, reader);
    }

    private @Nullable ChangesAsked read(Proposal proposal) {
        return proposal.asked() == null ? null : json.readValue(proposal.asked(), ChangesAsked.class);
    }

    /** What was proposed now holds, from the day that the resident named. */
    public Mono<Answer> accept(Caller caller, long id) {
        return LastingWrite.of(within(caller, id)
                .flatMap(both -> desk.keep(
                        both.file(),
                        changes(both),
                        caller,
                        new Decided(id, caller.id().value()),
                        Repeat.of(caller.id().value(), null, "", "")))
                .onErrorMap(ProposalDesk::isDecided, twice -> decided()));
    }

    private List<Change> changes(Both both) {
        ChangesAsked asked = read(both.proposal());
        if (asked == null) {
            throw decided();
        }
        return ChangeReading.read(
                rules,
                both.file().file(),
                asked,
                new Told(both.file().today(), both.proposal().by(), ""));
    }

    public Mono<Void> refuse(Caller caller, long id, String answer) {
        return within(caller, id)
                .flatMap(both -> proposals.refuse(id, caller.id().value(), answer))
                .filter(done -> done)
                .switchIfEmpty(Mono.error(ProposalDesk::decided))
                .then();
    }

    private record Both(Proposal proposal, StoredFile file) {}

    private Mono<Both> within(Caller caller, long id) {
        FileDesk.staff(caller);
        return proposals
                .find(id)
                .flatMap(proposal -> desk.open(caller, proposal.household())
                        .map(file -> new Both(proposal, file))
                        .onErrorMap(ProposalDesk::isNotThere, elsewhere -> notThere()))
                .switchIfEmpty(Mono.error(ProposalDesk::notThere))
                .filter(both -> both.proposal().state().equals("OPEN"))
                .switchIfEmpty(Mono.error(ProposalDesk::decided));
    }

    private static boolean isNotThere(Throwable failure) {
        return failure instanceof Refusal refusal && refusal.status() == 404;
    }

    private static boolean isDecided(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof R2dbcException said && DECIDED_BY_SOMEBODY_ELSE.equals(said.getSqlState())) {
                return true;
            }
        }
        return false;
    }

    private static Refusal notThere() {
        return Refusal.unknown("PROPOSAL_NOT_FOUND", "没有找到这条更正");
    }

    private static Refusal decided() {
        return Refusal.conflict("PROPOSAL_DECIDED", "这条更正已经处理过了");
    }
}
