package cn.huiyin.household.store;

import static java.util.Objects.requireNonNull;

import cn.huiyin.household.HouseholdId;
import cn.huiyin.household.domain.Change;
import cn.huiyin.household.domain.Fact;
import cn.huiyin.household.store.Files.Asked;
import cn.huiyin.household.store.Saving.Beside;
import cn.huiyin.identity.AccountId;
import cn.huiyin.privacy.spi.PersonalData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What household files hold on a person: the member that is them, and their own contact. In an erasure both go from the
 * whole history; what concerns the home and the others in it stays theirs.
 */
@Component
public class PersonalHome implements PersonalData {

    /** Homes with a fact of this account. Members know theirs only under the seal, so the home of the address is asked too. */
    private static final String HOMES = """
            SELECT household FROM household_fact WHERE fact = ANY (:contacts)
             UNION
            SELECT h.id
              FROM account_home a
              JOIN household h ON h.building = a.building_id
             WHERE a.account_id = ANY (:accounts)
            """;

    private static final String EMPTY = """
            UPDATE household_fact
               SET sealed = NULL, gone = true
             WHERE household = :home
               AND fact = ANY (:facts)
               AND sealed IS NOT NULL
            """;

    private static final String PROPOSALS = "UPDATE household_proposal SET sealed = NULL WHERE by = ANY (:accounts)";

    private final DatabaseClient database;
    private final Files files;
    private final Saving saving;

    public PersonalHome(DatabaseClient database, Files files, Saving saving) {
        this.database = database;
        this.files = files;
        this.saving = saving;
    }

    @Override
    public String section() {
        return "household";
    }

    @Override
    public int turn() {
        return 10;
    }

    private Mono<List<Long>> accounts(long account) {
        return database.sql("SELECT account_ids(:account) AS ids")
                .bind("account", account)
                .map(row -> List.of(requireNonNull(row.get("ids", Long[].class))))
                .one();
    }

    /**
     * Files in which this person is found, with the keys of the facts that are about them. Each list is read to its end
     * before the next statement begins: both may run on the one connection of a transaction.
     */
    private Flux<Found> found(List<Long> accounts) {
        return database.sql(HOMES)
                .bind("contacts", accounts.stream().map(id -> "contact/" + id).toArray(String[]::new))
                .bind("accounts", accounts.toArray(Long[]::new))
                .map(row -> new HouseholdId(requireNonNull(row.get("household", String.class))))
                .all()
                .collectList()
                .flatMapIterable(ids -> ids)
                .concatMap(id -> files.find(id, Reader.everywhere(AccountId.SYSTEM), null, Asked.TODAY))
                .map(stored -> new Found(stored, about(stored, Set.copyOf(accounts))))
                .filter(found -> !found.keys().isEmpty());
    }

    private record Found(StoredFile stored, List<String> keys) {}

    private static List<String> about(StoredFile stored, Set<Long> accounts) {
        Stream<String> members = stored.file().members().stream()
                .filter(member -> member.account() != null && accounts.contains(member.account()))
                .map(Fact.Member::key);
        Stream<String> contacts = stored.file().all(Fact.Contact.class).stream()
                .filter(contact -> accounts.contains(contact.account()))
                .map(Fact.Contact::key);
        return Stream.concat(members, contacts).toList();
    }

    @Override
    public Mono<Map<String, Object>> export(long account) {
        return accounts(account)
                .flatMapMany(this::found)
                .map(PersonalHome::document)
                .collectList()
                .filter(homes -> !homes.isEmpty())
                .map(homes -> Map.of("homes", homes));
    }

    private static Map<String, Object> document(Found found) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("householdId", found.stored().home().id().value());
        document.put("room", found.stored().home().room());
        List<Map<String, Object>> members = new ArrayList<>();
        List<Map<String, Object>> contacts = new ArrayList<>();
        for (String key : found.keys()) {
            Fact fact = found.stored().file().find(key).orElseThrow();
            if (fact instanceof Fact.Member member) {
                members.add(told(
                        "name", member.name(),
                        "birth", member.birth() == null ? null : member.birth().toString(),
                        "relation", member.relation().chinese(),
                        "phone", member.phone(),
                        "idNumber", member.idNumber(),
                        "health", member.health()));
            } else if (fact instanceof Fact.Contact contact) {
                contacts.add(told("name", contact.name(), "phone", contact.phone(), "bestTime", contact.bestTime()));
            }
        }
        document.put("asMember", members);
        document.put("contact", contacts);
        return document;
    }

    private static Map<String, Object> told(@org.jspecify.annotations.Nullable String... pairs) {
        Map<String, Object> told = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i + 1] != null) {
                told.put(Objects.requireNonNull(pairs[i]), Objects.requireNonNull(pairs[i + 1]));
            }
        }
        return told;
    }

    @Override
    public Mono<List<String>> erase(long account) {
        return accounts(account)
                .flatMap(accounts -> found(accounts)
                        .collectList()
                        .flatMapIterable(homes -> homes)
                        .concatMap(this::forget)
                        .then(database.sql(PROPOSALS)
                                .bind("accounts", accounts.toArray(Long[]::new))
                                .then()))
                .then(Mono.just(List.of(
                        "家庭档案里您本人的成员信息和联系方式已经连同历史一起删除。", "同住家人的信息、房屋和家庭的其他内容属于整个家庭，仍由家人管理。", "工作人员查看档案的记录依法保留。")));
    }

    /** The home stands anew without them, and every trace of a number with it; then the words themselves go. */
    private Mono<Void> forget(Found found) {
        StoredFile stored = found.stored();
        List<Change> gone = found.keys().stream()
                .map(key -> Change.gone(key, stored.today(), "本人申请删除"))
                .toList();
        return saving.save(stored, gone, AccountId.SYSTEM.value(), Beside.NOTHING)
                .filter(saved -> saved)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("changed meanwhile; it is tried again")))
                .then(database.sql(EMPTY)
                        .bind("home", stored.home().id().value())
                        .bind("facts", found.keys().toArray(String[]::new))
                        .then());
    }
}
