package cn.huiyin.identity;

import static cn.huiyin.identity.Desks.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huiyin.community.PlaceId;
import cn.huiyin.community.PlacePath;
import cn.huiyin.problem.Refusal;
import cn.huiyin.rehearsal.StoreTest;
import cn.huiyin.rehearsal.TestServers;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

@StoreTest
class HomesTest {

    private static final PlaceId BUILDING = new PlaceId("qinghe-c1-g2-b1");
    private static final Post OF_THIS_GRID =
            Post.at(Role.GRID_WORKER, new PlacePath("/qinghe/qinghe-c1/qinghe-c1-g2/"));
    private static final Post OF_ANOTHER_GRID =
            Post.at(Role.GRID_WORKER, new PlacePath("/qinghe/qinghe-c1/qinghe-c1-g1/"));

    private final Desks here;

    HomesTest(DatabaseClient database) {
        here = new Desks(database, TestServers.redis().port());
    }

    @AfterEach
    void leave() {
        here.close();
    }

    @Test
    void theGridWorkerOfTheGridConfirmsWhereAResidentLives() {
        var resident = here.logIn("li").caller();
        var worker = here.staff("worker", OF_THIS_GRID).caller();
        var profile = await(here.profileDesk.takeHome(resident, BUILDING, "502"));
        assertThat(profile.home().state()).isEqualTo(HomeState.REQUESTED);

        var waiting = await(here.homeDesk.list(worker, HomeState.REQUESTED, Instant.EPOCH, AccountId.SYSTEM, 20));
        assertThat(waiting).extracting(Home::account).contains(resident.id());
        var decided = await(here.homeDesk.decide(worker, resident.id(), 1, HomeState.CONFIRMED));

        assertThat(decided.state()).isEqualTo(HomeState.CONFIRMED);
        assertRefused(
                409,
                () -> here.homeDesk
                        .decide(worker, resident.id(), 2, HomeState.REFUSED)
                        .block());
    }

    @Test
    void aHomeOfAnotherGridIsNotThere() {
        var resident = here.logIn("wang").caller();
        await(here.profileDesk.takeHome(resident, BUILDING, null));
        var stranger = here.staff("stranger", OF_ANOTHER_GRID).caller();

        assertThat(await(here.homeDesk.list(stranger, HomeState.REQUESTED, Instant.EPOCH, AccountId.SYSTEM, 20)))
                .isEmpty();
        assertRefused(
                404,
                () -> here.homeDesk
                        .decide(stranger, resident.id(), 1, HomeState.CONFIRMED)
                        .block());
        assertRefused(
                404,
                () -> here.homeDesk
                        .decide(resident, resident.id(), 1, HomeState.CONFIRMED)
                        .block());
    }

    @Test
    void whatChangedSinceItWasReadIsNotConfirmed() {
        var resident = here.logIn("zhao").caller();
        var worker = here.staff("worker2", OF_THIS_GRID).caller();
        await(here.profileDesk.takeHome(resident, BUILDING, "502"));
        await(here.profileDesk.takeHome(resident, BUILDING, "603"));

        assertRefused(
                412,
                () -> here.homeDesk
                        .decide(worker, resident.id(), 1, HomeState.CONFIRMED)
                        .block());
    }

    @Test
    void nobodyConfirmsTheirOwnHome() {
        var worker = here.staff("neighbour", OF_THIS_GRID).caller();
        await(here.profileDesk.takeHome(worker, BUILDING, "101"));

        assertRefused(
                403,
                () -> here.homeDesk
                        .decide(worker, worker.id(), 1, HomeState.CONFIRMED)
                        .block());
    }

    @Test
    void onlyABuildingThatIsThereCanBeAHome() {
        var resident = here.logIn("qian").caller();

        assertRefused(
                422,
                () -> here.profileDesk
                        .takeHome(resident, new PlaceId("nowhere"), null)
                        .block());
        assertRefused(
                422,
                () -> here.profileDesk
                        .takeHome(resident, new PlaceId("qinghe-c1-g2"), null)
                        .block());
    }

    @Test
    void aPhoneIsShownMasked() {
        var resident = here.logIn("sun").caller();

        assertThat(await(here.profileDesk.takePhone(resident, "13900000031")).maskedPhone())
                .isEqualTo("139****0031");
    }

    private static void assertRefused(int status, org.assertj.core.api.ThrowableAssert.ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(status));
    }
}
