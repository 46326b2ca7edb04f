package cn.huiyin.household;

import cn.huiyin.community.Community;
import cn.huiyin.community.Place;
import cn.huiyin.community.PlaceId;
import cn.huiyin.community.PlaceKind;
import cn.huiyin.household.FileViews.For;
import cn.huiyin.household.domain.Change;
import cn.huiyin.household.domain.Fact;
import cn.huiyin.household.domain.HouseholdFile;
import cn.huiyin.household.domain.Purpose;
import cn.huiyin.household.spi.VisitConsent;
import cn.huiyin.household.store.Files;
import cn.huiyin.household.store.Files.Asked;
import cn.huiyin.household.store.Homes;
import cn.huiyin.household.store.HouseholdIds;
import cn.huiyin.household.store.KeptAnswer;
import cn.huiyin.household.store.Reader;
import cn.huiyin.household.store.Reader.Look;
import cn.huiyin.household.store.Saving;
import cn.huiyin.household.store.Saving.Beside;
import cn.huiyin.household.store.Saving.Decided;
import cn.huiyin.household.store.Saving.NewHome;
import cn.huiyin.household.store.StoredFile;
import cn.huiyin.idempotency.Answer;
import cn.huiyin.idempotency.Repeat;
import cn.huiyin.idempotency.Repeats;
import cn.huiyin.identity.AccountId;
import cn.huiyin.identity.Caller;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Where staff open, read and change household files. Each read says what it is for, and the household sees that. */
@Service
public class FileDesk {

    static final Set<String> CHANGERS = Set.of("GRID_WORKER", "DISPATCHER");

    private final Files files;
    private final Saving saving;
    private final Homes homes;
    private final HouseholdIds ids;
    private final Households households;
    private final HouseholdRules rules;
    private final FileViews views;
    private final Community community;
    private final Repeats repeats;
    private final ObjectProvider<VisitConsent> consent;
    private final JsonMapper json;

    FileDesk(
            Files files,
            Saving saving,
            Homes homes,
            HouseholdIds ids,
            Households households,
            HouseholdRules rules,
            FileViews views,
            Community community,
            Repeats repeats,
            ObjectProvider<VisitConsent> consent,
            JsonMapper json) {
        this.files = files;
        this.saving = saving;
        this.homes = homes;
        this.ids = ids;
        this.households = households;
        this.rules = rules;
        this.views = views;
        this.community = community;
        this.repeats = repeats;
        this.consent = consent;
        this.json = json;
    }

    public Mono<FileView> show(Caller caller, HouseholdId id, Purpose purpose, Asked asked) {
        return files.find(id, staff(caller), new Look(purpose.name(), "FILE"), asked)
                .switchIfEmpty(Mono.error(FileDesk::notThere))
                .flatMap(stored ->
                        view(stored, new For(stored.parts(), caller.id().value()), asked));
    }

    Mono<FileView> view(StoredFile stored, For reader, Asked asked) {
        return refusing(stored.home().id()).map(refused -> views.view(stored, reader, asked.day(), refused));
    }

    private Mono<Boolean> refusing(HouseholdId id) {
        VisitConsent known = consent.getIfAvailable();
        return known == null ? Mono.just(false) : known.refusing(Set.of(id)).map(homes -> homes.contains(id));
    }

    /** @param version the one the caller has read */
    public Mono<Answer> change(Caller caller, HouseholdId id, long version, ChangesAsked asked, Repeat repeat) {
        return repeats.once(
                repeat,
                () -> open(caller, id)
                        .filter(stored -> stored.home().version() == version)
                        .switchIfEmpty(Mono.error(FileDesk::stale))
                        .flatMap(stored -> keep(
                                stored,
                                ChangeReading.read(
                                        rules,
                                        stored.file(),
                                        asked,
                                        new ChangeReading.Told(
                                                stored.today(), caller.id().value(), "")),
                                caller,
                                null,
                                repeat)));
    }

    /** A file that the caller may change. */
    Mono<StoredFile> open(Caller caller, HouseholdId id) {
        return files.find(id, staff(caller), null, Asked.TODAY)
                .switchIfEmpty(Mono.error(FileDesk::notThere))
                .filter(stored -> stored.parts().stream().anyMatch(CHANGERS::contains))
                .switchIfEmpty(Mono.error(() -> Refusal.notYours("NOT_ALLOWED", "只有网格员和社区管理员可以修改档案")))
                .flatMap(stored -> households
                        .addressOf(caller.id())
                        .filter(address -> address.is(stored.home()))
                        .flatMap(own ->
                                Mono.<StoredFile>error(Refusal.notYours("OWN_HOME", "自己家的档案请在“我的家”里修改，或由其他网格员修改")))
                        .defaultIfEmpty(stored));
    }

    Mono<Answer> keep(
            StoredFile stored, List<Change> changes, Caller caller, @Nullable Decided decided, Repeat repeat) {
        Answer answer = receipt(200, stored.home(), stored.home().version() + 1, changes, List.of());
        Beside beside = new Beside(decided, null, KeptAnswer.of(repeat, answer));
        return knownPeople(stored, changes)
                .then(Mono.defer(() -> saving.save(stored, changes, caller.id().value(), beside)))
                .filter(saved -> saved)
                .switchIfEmpty(Mono.error(FileDesk::stale))
                .thenReturn(answer);
    }

    /** Only somebody whose confirmed address this is can be a member with an account. */
    private Mono<Void> knownPeople(StoredFile stored, List<Change> changes) {
        List<Long> named = changes.stream()
                .map(Change::fact)
                .filter(Fact.Member.class::isInstance)
                .map(Fact.Member.class::cast)
                .filter(member -> !Objects.equals(member.account(), accountBefore(stored.file(), member)))
                .map(Fact.Member::account)
                .filter(Objects::nonNull)
                .toList();
        return named.isEmpty()
                ? Mono.empty()
                : households
                        .accountsOf(stored.home())
                        .filter(living -> named.stream().map(AccountId::new).allMatch(living::contains))
                        .switchIfEmpty(Mono.error(() -> Refusal.invalid(new Fault("accountId", "这个账号的住址不是这一户，或还没有确认"))))
                        .then();
    }

    private static @Nullable Long accountBefore(HouseholdFile file, Fact.Member member) {
        return file.find(member.key())
                .map(Fact.Member.class::cast)
                .map(Fact.Member::account)
                .orElse(null);
    }

    Answer receipt(int status, Household home, long version, List<Change> applied, List<String> proposed) {
        String etag = '"' + Long.toString(version) + '"';
        var receipt = new Receipt(
                home.id().value(), etag, applied.stream().map(Change::key).toList(), proposed);
        return new Answer(
                status,
                status == 201 ? "/api/v1/households/" + home.id() : null,
                etag,
                json.writeValueAsString(receipt));
    }

    /** A file that is begun. */
    public Mono<Answer> begin(Caller caller, String buildingId, String room, ChangesAsked asked, Repeat repeat) {
        Place building = building(caller, buildingId);
        return repeats.once(
                repeat,
                () -> homes.today()
                        .map(today -> new NewHome(ids.fresh(), building.path(), room.strip(), today))
                        .flatMap(home -> begin(caller, home, asked, repeat)));
    }

    private Mono<Answer> begin(Caller caller, NewHome home, ChangesAsked asked, Repeat repeat) {
        List<Change> changes = ChangeReading.read(
                rules,
                HouseholdFile.empty(),
                asked,
                new ChangeReading.Told(home.today(), caller.id().value(), ""));
        var receipt = new Receipt(
                home.id().value(), "\"1\"", changes.stream().map(Change::key).toList(), List.of());
        Answer answer = new Answer(201, "/api/v1/households/" + home.id(), "\"1\"", json.writeValueAsString(receipt));
        return saving.open(home, changes, caller.id().value(), Beside.repeating(KeptAnswer.of(repeat, answer)))
                .filter(opened -> opened)
                .switchIfEmpty(Mono.error(() -> Refusal.conflict("HOUSEHOLD_EXISTS", "这一户已经有档案了")))
                .thenReturn(answer);
    }

    /** A building within the caller's reach. */
    Place building(Caller caller, String id) {
        Optional<Place> building =
                community.atlas().place(new PlaceId(id)).filter(place -> place.kind() == PlaceKind.BUILDING);
        Reader reader = staff(caller);
        Set<String> parts =
                building.map(place -> reader.partsAt(place.path().value())).orElse(Set.of());
        if (parts.isEmpty()) {
            throw Refusal.invalid(new Fault("buildingId", "没有这栋楼，或不归您管"));
        }
        if (parts.stream().noneMatch(CHANGERS::contains)) {
            throw Refusal.notYours("NOT_ALLOWED", "只有网格员和社区管理员可以建立档案");
        }
        return building.orElseThrow();
    }

    /** Refuses who has no post that reaches homes. */
    static Reader staff(Caller caller) {
        Reader reader = Reader.of(caller);
        if (reader.reachesNothing()) {
            throw Refusal.notYours("NOT_ALLOWED", "只有网格员、社区管理员和督办人员可以查看家庭档案");
        }
        return reader;
    }

    static Refusal notThere() {
        return Refusal.unknown("HOUSEHOLD_NOT_FOUND", "没有找到这一户的档案");
    }

    static Refusal stale() {
        return Refusal.of(412, "STALE", "这一户的档案刚刚有了变化，请刷新后再操作");
    }
}
