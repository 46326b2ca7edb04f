package cn.huiyin.visit;

import static java.util.Objects.requireNonNull;

import cn.huiyin.household.Household;
import cn.huiyin.household.HouseholdId;
import cn.huiyin.household.Households;
import cn.huiyin.household.LastOfHome;
import cn.huiyin.identity.AccountId;
import cn.huiyin.identity.Accounts;
import cn.huiyin.identity.HomeState;
import cn.huiyin.privacy.Vault;
import cn.huiyin.privacy.spi.PersonalData;
import cn.huiyin.visit.store.Cards;
import cn.huiyin.visit.store.RecordLists;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What visits hold on a person: what they said about consent, and, as long as it is their home, the visits to it as the
 * household reads them. What staff wrote for each other is about everybody in the home, and is told to none of them alone.
 */
@Component
class PersonalVisits implements PersonalData {

    private static final int MOST = 1000;

    private static final String SAID = """
            SELECT household, seq, shown_time(at) AS at, deed, sealed
              FROM visit_consent_event
             WHERE by = ANY (account_ids(:account))
               AND part = 'RESIDENT'
             ORDER BY at
             LIMIT 1000
            """;

    private static final String OWN_WORDS = """
            UPDATE visit_consent_event
               SET sealed = NULL
             WHERE by = ANY (account_ids(:account))
               AND part = 'RESIDENT'
               AND sealed IS NOT NULL
            """;

    /** Of a home in which nobody else is known. */
    private static final List<String> LAST_OF_THE_HOME = List.of(
            "UPDATE visit_words SET sealed = NULL WHERE visit IN (SELECT id FROM visit_record WHERE household = :home)",
            "UPDATE visit_card_event SET sealed = NULL WHERE card IN (SELECT card FROM visit_card WHERE household = :home)",
            "UPDATE visit_card SET sealed = NULL WHERE household = :home",
            "UPDATE visit_consent_event SET sealed = NULL WHERE household = :home");

    private final DatabaseClient database;
    private final Accounts accounts;
    private final Households households;
    private final LastOfHome last;
    private final RecordLists records;
    private final RecordViews views;
    private final Cards cards;
    private final CardPapers papers;
    private final Vault vault;

    PersonalVisits(
            DatabaseClient database,
            Accounts accounts,
            Households households,
            LastOfHome last,
            RecordLists records,
            RecordViews views,
            Cards cards,
            CardPapers papers,
            Vault vault) {
        this.database = database;
        this.accounts = accounts;
        this.households = households;
        this.last = last;
        this.records = records;
        this.views = views;
        this.cards = cards;
        this.papers = papers;
        this.vault = vault;
    }

    @Override
    public String section() {
        return "visits";
    }

    /** Before the file of the home forgets who lives there. */
    @Override
    public int turn() {
        return 5;
    }

    /** The home of a confirmed address, without beginning a file for it. */
    private Mono<Household> homeOf(long account) {
        return accounts.homeOf(new AccountId(account))
                .filter(home -> home.state() == HomeState.CONFIRMED && home.room() != null)
                .flatMap(home -> households.at(home.building(), requireNonNull(home.room())));
    }

    @Override
    public Mono<Map<String, Object>> export(long account) {
        return said(account)
                .zipWhen(said -> homeOf(account).flatMap(this::ofHome).defaultIfEmpty(Map.of()))
                .map(both -> {
                    Map<String, Object> told = new LinkedHashMap<>(both.getT2());
                    told.put("consent", both.getT1());
                    return told;
                });
    }

    private Mono<List<Map<String, String>>> said(long account) {
        return database.sql(SAID)
                .bind("account", account)
                .map(row -> {
                    ConsentWords words = ConsentWords.open(
                            vault,
                            new HouseholdId(requireNonNull(row.get("household", String.class))),
                            requireNonNull(row.get("seq", Integer.class)),
                            row.get("sealed", String.class));
                    return told(
                            "at", row.get("at", String.class),
                            "deed", row.get("deed", String.class),
                            "words", words.words());
                })
                .all()
                .collectList();
    }

    private Mono<Map<String, Object>> ofHome(Household home) {
        return records.ofHome(home.id(), VisitCursor.NEWEST, MOST)
                .zipWhen(visits -> cards.ofHome(home.id().value(), VisitCursor.NEWEST, MOST))
                .map(both -> Map.of(
                        "visits",
                        both.getT1().stream().map(this::visit).toList(),
                        "needCards",
                        both.getT2().stream().map(this::card).toList()));
    }

    private Map<String, String> visit(RecordLists.Stored stored) {
        return told(
                "at", stored.record().at().toString(),
                "way", stored.record().way().chinese(),
                "outcome", stored.record().outcome().chinese(),
                "words", views.said(stored).toHousehold());
    }

    private Map<String, String> card(Cards.Stored stored) {
        return told(
                "openedAt", stored.card().openedAt().toString(),
                "colour", stored.card().colour().chinese(),
                "state", stored.card().state().chinese(),
                "what", papers.what(stored.card().card(), stored.card().sealed()));
    }

    private static Map<String, String> told(@Nullable String... pairs) {
        Map<String, String> told = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            String value = pairs[i + 1];
            if (value != null) {
                told.put(requireNonNull(pairs[i]), value);
            }
        }
        return told;
    }

    @Override
    public Mono<List<String>> erase(long account) {
        return database.sql(OWN_WORDS)
                .bind("account", account)
                .then()
                .then(Mono.defer(() -> homeOf(account)))
                .filterWhen(home -> last.is(home, account))
                .flatMap(home -> Flux.fromIterable(LAST_OF_THE_HOME)
                        .concatMap(sql -> database.sql(sql)
                                .bind("home", home.id().value())
                                .then())
                        .then())
                .then(Mono.just(List.of(
                        "您就走访说过的话已经删除，只保留何时同意或谢绝。",
                        "家里登记的只有您一人时，走访记录和需求卡里写的内容也已删除；还有家人登记的，那些内容属于整个家庭，仍然保留。",
                        "走访的时间和结果作为工作记录依法保留。")));
    }
}
