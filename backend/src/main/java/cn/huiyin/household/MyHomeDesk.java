package cn.huiyin.household;

import cn.huiyin.household.ChangeReading.Told;
import cn.huiyin.household.FileViews.For;
import cn.huiyin.household.Households.Address;
import cn.huiyin.household.domain.Change;
import cn.huiyin.household.store.Files;
import cn.huiyin.household.store.Files.Asked;
import cn.huiyin.household.store.KeptAnswer;
import cn.huiyin.household.store.Past;
import cn.huiyin.household.store.Past.Looked;
import cn.huiyin.household.store.Proposals;
import cn.huiyin.household.store.Proposals.Proposal;
import cn.huiyin.household.store.Reader;
import cn.huiyin.household.store.Saving;
import cn.huiyin.household.store.Saving.Beside;
import cn.huiyin.household.store.StoredFile;
import cn.huiyin.idempotency.Answer;
import cn.huiyin.idempotency.Repeat;
import cn.huiyin.idempotency.Repeats;
import cn.huiyin.identity.Caller;
import cn.huiyin.problem.Refusal;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where people see the file of their own home and put it right. How to reach them, what they wish for and what they can
 * share is their own word and counts at once; members, tags and the home's state are proposed, and a grid worker confirms.
 */
@Service
public class MyHomeDesk {

    private final Households households;
    private final Files files;
    private final Saving saving;
    private final Proposals proposals;
    private final Past past;
    private final FileDesk desk;
    private final HouseholdRules rules;
    private final Repeats repeats;
    private final JsonMapper json;

    MyHomeDesk(
            Households households,
            Files files,
            Saving saving,
            Proposals proposals,
            Past past,
            FileDesk desk,
            HouseholdRules rules,
            Repeats repeats,
            JsonMapper json) {
        this.households = households;
        this.files = files;
        this.saving = saving;
        this.proposals = proposals;
        this.past = past;
        this.desk = desk;
        this.rules = rules;
        this.repeats = repeats;
        this.json = json;
    }

    public Mono<FileView> show(Caller caller, Asked asked) {
        return mine(caller, asked)
                .flatMap(stored -> desk.view(
                        stored, new For(Set.of(FileViews.OWN), caller.id().value()), asked));
    }

    /** The file of the caller's home, begun now where there was none. */
    Mono<StoredFile> mine(Caller caller, Asked asked) {
        Reader resident = new Reader(caller.id().value(), List.of(), List.of());
        Function<Address, Mono<StoredFile>> read =
                address -> files.ofRoom(address.building().last().value(), address.roomKey(), resident, asked);
        return households
                .addressOf(caller.id())
                .switchIfEmpty(Mono.error(() -> Refusal.conflict("HOME_NOT_CONFIRMED", "您的住址还没有由网格员确认，确认后就能看到家庭档案")))
                .flatMap(address -> read.apply(address)
                        .switchIfEmpty(Mono.defer(() -> households.begin(address))
                                .then(Mono.defer(() -> read.apply(address)))));
    }

    public Mono<Answer> change(Caller caller, ChangesAsked asked, Repeat repeat) {
        return repeats.once(
                repeat, () -> mine(caller, Asked.TODAY).flatMap(stored -> change(caller, stored, asked, repeat)));
    }

    private Mono<Answer> change(Caller caller, StoredFile stored, ChangesAsked asked, Repeat repeat) {
        Told told = new Told(stored.today(), caller.id().value(), "");
        List<Change> all = ChangeReading.read(rules, stored.file(), asked, told);
        List<Change> atOnce = ChangeReading.read(rules, stored.file(), part(asked, stored, true), told);
        ChangesAsked rest = part(asked, stored, false);
        refuseWhatOnlyStaffSay(rest);
        List<String> proposed = all.stream()
                .map(Change::key)
                .filter(key -> atOnce.stream().noneMatch(change -> change.key().equals(key)))
                .toList();
        Answer answer = desk.receipt(200, stored.home(), stored.home().version() + 1, atOnce, proposed);
        Beside beside = new Beside(
                null,
                rest.changes().isEmpty() ? null : proposals.sealed(caller.id().value(), json.writeValueAsString(rest)),
                KeptAnswer.of(repeat, answer));
        return saving.save(stored, atOnce, caller.id().value(), beside)
                .filter(saved -> saved)
                .switchIfEmpty(Mono.error(() -> Refusal.conflict("HOUSEHOLD_CHANGED", "档案刚刚有了变化，请再试一次")))
                .thenReturn(answer);
    }

    /** What counts at once, or what is proposed; each with its day. */
    private static ChangesAsked part(ChangesAsked asked, StoredFile stored, boolean atOnce) {
        return new ChangesAsked(
                asked.from() == null ? stored.today() : asked.from(),
                asked.why(),
                asked.changes().stream()
                        .filter(change -> change.kind().atOnce() == atOnce)
                        .toList());
    }

    private static final Set<ChangeAsked.Kind> FOR_STAFF =
            Set.of(ChangeAsked.Kind.NOTE, ChangeAsked.Kind.TOUCHED, ChangeAsked.Kind.REVISED);

    private static void refuseWhatOnlyStaffSay(ChangesAsked proposed) {
        boolean named = proposed.changes().stream().anyMatch(change -> change.accountId() != null);
        if (named || proposed.changes().stream().map(ChangeAsked::kind).anyMatch(FOR_STAFF::contains)) {
            throw Refusal.notYours("NOT_ALLOWED", "这一项由社区工作人员填写");
        }
    }

    /** What this household proposed, newest first, at most 50. */
    public Mono<List<Proposal>> proposals(Caller caller) {
        return mine(caller, Asked.TODAY)
                .flatMap(stored -> proposals.of(stored.home().id()).collectList());
    }

    /** Who looked at the file, newest first. */
    public Mono<List<Looked>> looks(Caller caller, long before, int limit) {
        return mine(caller, Asked.TODAY)
                .flatMap(stored -> past.looks(stored.home().id(), before, limit).collectList());
    }
}
