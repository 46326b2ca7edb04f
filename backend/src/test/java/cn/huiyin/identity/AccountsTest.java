package cn.huiyin.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huiyin.community.PlacePath;
import cn.huiyin.community.UnitId;
import cn.huiyin.identity.domain.PhoneNumber;
import cn.huiyin.identity.spi.WechatIdentity;
import cn.huiyin.identity.store.AccountStore;
import cn.huiyin.identity.store.ContactStore;
import cn.huiyin.identity.store.HomeStore;
import cn.huiyin.identity.store.PhoneStore;
import cn.huiyin.identity.store.PostStore;
import cn.huiyin.privacy.Keys;
import cn.huiyin.privacy.PrivacySettings;
import cn.huiyin.privacy.Vault;
import cn.huiyin.problem.Refusal;
import cn.huiyin.rehearsal.StoreTest;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@StoreTest
class AccountsTest {

    private static final PlacePath COMMUNITY = new PlacePath("/qinghe/qinghe-c1/");
    private static final PlacePath GRID = new PlacePath("/qinghe/qinghe-c1/qinghe-c1-g2/");
    private static final PlacePath BUILDING = new PlacePath("/qinghe/qinghe-c1/qinghe-c1-g2/qinghe-c1-g2-b1/");

    private final DatabaseClient database;
    private final AccountStore people;
    private final PhoneStore phones;
    private final PostStore posts;
    private final HomeStore homes;
    private final Accounts accounts;
    private final Staff staff;
    private final Followers followers;

    AccountsTest(DatabaseClient database) {
        this.database = database;
        people = new AccountStore(database);
        phones = new PhoneStore(database, new Vault(PrivacySettings.of(Keys.fresh())));
        posts = new PostStore(database);
        homes = new HomeStore(database);
        accounts = new Accounts(people, new ContactStore(database), homes, phones);
        staff = new Staff(posts);
        followers = new Followers(new ContactStore(database));
    }

    @Test
    void aResidentOnThePhoneIsRecordedOnceHoweverOftenTheyCall() {
        var ids = Flux.range(0, 6)
                .flatMap(call -> accounts.residentByPhone("139 0000 0011", "王阿姨"))
                .distinct()
                .collectList()
                .block();

        assertThat(ids).hasSize(1);
        assertThat(await(accounts.residentByPhone("+8613900000011", null))).isEqualTo(ids.get(0));
        assertThat(contact(ids.get(0)).displayName()).isEqualTo("王阿姨");
        assertThat(contact(ids.get(0)).miniappOpenid()).isNull();
    }

    @Test
    void noPhoneLiesInClearInTheDatabase() {
        var id = await(accounts.residentByPhone("13900000012", null));

        var row = database.sql("SELECT account::text AS everything FROM account WHERE id = $1")
                .bind(0, id.value())
                .mapValue(String.class)
                .one();
        assertThat(await(row)).doesNotContain("13900000012");
        assertThat(await(phones.read(id)).digits()).isEqualTo("13900000012");
    }

    @Test
    void aPhoneThatIsNoneAndANameWithoutEndAreRefused() {
        assertThatThrownBy(() -> accounts.residentByPhone("110", null).block())
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.faults()).extracting("field").containsExactly("phone"));
        assertThatThrownBy(() ->
                        accounts.residentByPhone("13900000013", "长".repeat(41)).block())
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.faults()).extracting("field").containsExactly("name"));
    }

    @Test
    void whoLogsInWithAPhoneThatStaffRecordedIsThatPerson() {
        var recorded = await(accounts.residentByPhone("13900000014", "赵先生"));
        var loggedIn = enrolled("zhao");

        phones.bind(loggedIn, new PhoneNumber("13900000014")).block();

        assertThat(contact(recorded).miniappOpenid()).isEqualTo("openid-of-zhao");
        assertThat(await(accounts.residentByPhone("13900000014", null))).isEqualTo(loggedIn);
    }

    @Test
    void aPhoneThatChangedHandsLeavesItsFormerOwnerUntouchedOtherwise() {
        var former = enrolled("qian");
        var owner = enrolled("sun");
        phones.bind(former, new PhoneNumber("13900000015")).block();
        phones.bind(owner, new PhoneNumber("13900000015")).block();

        assertThat(phones.read(former).blockOptional()).isEmpty();
        assertThat(contact(former).miniappOpenid()).isEqualTo("openid-of-qian");
        assertThat(await(accounts.residentByPhone("13900000015", null))).isEqualTo(owner);
    }

    @Test
    void aFollowerIsReachedInTheOfficialAccountToo() {
        var id = enrolled("zhou");
        assertThat(contact(id).mpOpenid()).isNull();

        followers.came("mp-of-zhou", "unionid-of-zhou").block();
        followers.came("mp-of-zhou", null).block();
        assertThat(contact(id).mpOpenid()).isEqualTo("mp-of-zhou");

        followers.came("mp2-of-zhou", "unionid-of-zhou").block();
        assertThat(contact(id).mpOpenid()).isEqualTo("mp2-of-zhou");

        followers.left("mp2-of-zhou").block();
        assertThat(contact(id).mpOpenid()).isNull();
    }

    @Test
    void whoHearsIsNamedNearestFirst() {
        var ofTheStreet = enrolled("street");
        var ofTheCommunity = enrolled("community");
        post(ofTheStreet, Role.DISPATCHER, "/qinghe/", null);
        post(ofTheCommunity, Role.DISPATCHER, COMMUNITY.value(), null);

        assertThat(await(staff.holders(Role.DISPATCHER, BUILDING))).containsExactly(ofTheCommunity, ofTheStreet);
        assertThat(await(staff.holders(Role.DISPATCHER, new PlacePath("/qinghe/qinghe-c2/"))))
                .containsExactly(ofTheStreet);
        assertThat(await(staff.holders(Role.DISPATCHER, new PlacePath("/nanhu/"))))
                .isEmpty();
    }

    @Test
    void theHandlersOfAUnitAreFound() {
        var handler = enrolled("handler");
        var lead = enrolled("lead");
        post(handler, Role.HANDLER, null, "nanhu-property");
        post(lead, Role.UNIT_LEAD, null, "nanhu-property");

        assertThat(await(staff.holders(Role.HANDLER, new UnitId("nanhu-property"))))
                .containsExactly(handler);
    }

    @Test
    void aHomeThatIsSaidAgainStaysConfirmedAndAnotherOneIsAskedAnew() {
        var id = enrolled("wu");
        homes.ask(id, BUILDING, "502").block();
        assertThat(await(homes.decide(id, 1, HomeState.CONFIRMED, enrolled("worker"))))
                .isTrue();

        homes.ask(id, BUILDING, "502").block();
        assertThat(await(accounts.homeOf(id)).state()).isEqualTo(HomeState.CONFIRMED);

        homes.ask(id, BUILDING, "503").block();
        assertThat(await(accounts.homeOf(id)).state()).isEqualTo(HomeState.REQUESTED);
    }

    @Test
    void nobodyConfirmsARoomTheyHaveNotRead() {
        var id = enrolled("zheng");
        homes.ask(id, BUILDING, "502").block();
        homes.ask(id, BUILDING, "503").block();

        assertThat(await(homes.decide(id, 1, HomeState.CONFIRMED, enrolled("worker"))))
                .isFalse();
        assertThat(await(homes.decide(id, 2, HomeState.REFUSED, enrolled("worker"))))
                .isTrue();
        assertThat(accounts.homeOf(id).blockOptional()).isEmpty();
    }

    @Test
    void homesAreListedByReachOldestFirst() {
        var first = enrolled("feng");
        var second = enrolled("chen");
        var elsewhere = enrolled("wei");
        var building = new PlacePath("/beihu/beihu-c1/beihu-c1-g1/beihu-c1-g1-b1/");
        homes.ask(first, building, null).block();
        homes.ask(second, building, null).block();
        homes.ask(elsewhere, new PlacePath("/beihu/beihu-c1/beihu-c1-g10/beihu-c1-g10-b1/"), null)
                .block();
        var reach = List.of(new PlacePath("/beihu/beihu-c1/beihu-c1-g1/"));

        var page = await(homes.page(HomeState.REQUESTED, reach, java.time.Instant.EPOCH, AccountId.SYSTEM, 1));
        assertThat(page).extracting(Home::account).containsExactly(first);
        var next = await(homes.page(HomeState.REQUESTED, reach, page.get(0).askedAt(), first, 9));
        assertThat(next).extracting(Home::account).containsExactly(second);
    }

    private AccountId enrolled(String person) {
        people.enrol(new WechatIdentity("openid-of-" + person, "unionid-of-" + person))
                .block();
        return await(people.find("openid-of-" + person)).id();
    }

    private void post(AccountId id, Role role, String place, String unit) {
        var insert = database.sql(
                        "INSERT INTO account_post (account_id, role, place_path, unit_id) VALUES ($1, $2, $3, $4)")
                .bind(0, id.value())
                .bind(1, role.name());
        insert = place == null ? insert.bindNull(2, String.class) : insert.bind(2, place);
        insert = unit == null ? insert.bindNull(3, String.class) : insert.bind(3, unit);
        insert.then().block();
    }

    private Contact contact(AccountId id) {
        return await(accounts.contacts(List.of(id))).get(id);
    }

    private static <T> T await(Mono<T> answer) {
        return Objects.requireNonNull(answer.block());
    }
}
