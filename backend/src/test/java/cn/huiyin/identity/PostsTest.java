package cn.huiyin.identity;

import static cn.huiyin.identity.Desks.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huiyin.community.PlacePath;
import cn.huiyin.community.UnitId;
import cn.huiyin.identity.domain.PhoneNumber;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import cn.huiyin.rehearsal.FreePort;
import cn.huiyin.rehearsal.StoreTest;
import cn.huiyin.rehearsal.TestServers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

@StoreTest
class PostsTest {

    private static final PlacePath QINGHE = new PlacePath("/qinghe/");
    private static final PostAsked GRID_WORKER = new PostAsked(Role.GRID_WORKER, "qinghe-c1-g2", null);

    private final Desks here;

    PostsTest(DatabaseClient database) {
        here = new Desks(database, TestServers.redis().port());
    }

    @AfterEach
    void leave() {
        here.close();
    }

    @Test
    void whoeverIsGivenAPostLogsInAgainAndHasIt() {
        var admin = here.staff("chief", Post.at(Role.ADMIN, QINGHE)).caller();
        var before = here.logIn("worker");

        var account = await(here.accountDesk.appoint(admin, before.caller().id(), 0, List.of(GRID_WORKER)));

        assertThat(account.posts())
                .containsExactly(Post.at(Role.GRID_WORKER, new PlacePath("/qinghe/qinghe-c1/qinghe-c1-g2/")));
        assertThat(here.sessions.find(before.token()).blockOptional()).isEmpty();
        assertThat(here.logIn("worker").caller().is(Role.GRID_WORKER)).isTrue();
    }

    @Test
    void whoeverLosesAPostLosesItAtOnce() {
        var admin = here.staff("chief", Post.at(Role.ADMIN, QINGHE)).caller();
        var handler = here.staff("handler", Post.in(Role.HANDLER, new UnitId("qinghe-property")));
        var version = await(here.posts.version(handler.caller().id()));

        here.accountDesk
                .appoint(admin, handler.caller().id(), version, List.of())
                .block();

        assertThat(here.sessions.find(handler.token()).blockOptional()).isEmpty();
        assertThat(here.logIn("handler").caller().isStaff()).isFalse();
    }

    @Test
    void sessionsThatOutlivedAChangeAreEndedWhenRedisIsBack() {
        var worker = here.logIn("survivor");
        var id = worker.caller().id();
        try (var cutOff = new Desks(here.database, FreePort.any())) {
            await(cutOff.posts.replace(id, 0, List.of(Post.at(Role.SUPERVISOR, QINGHE)), AccountId.SYSTEM));
        }
        assertThat(here.sessions.find(worker.token()).blockOptional()).isPresent();

        here.stale.dropAll().block();

        assertThat(here.sessions.find(worker.token()).blockOptional()).isEmpty();
        assertThat(here.posts.withStaleSessions().collectList().block()).doesNotContain(id);
    }

    @Test
    void twoAdministratorsDoNotOverwriteEachOther() {
        var admin = here.staff("chief", Post.at(Role.ADMIN, QINGHE)).caller();
        var id = here.enrolled("contested");
        here.accountDesk.appoint(admin, id, 0, List.of(GRID_WORKER)).block();

        assertThatThrownBy(
                        () -> here.accountDesk.appoint(admin, id, 0, List.of()).block())
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(412));
        assertThat(await(here.accounts.find(id)).posts()).hasSize(1);
    }

    @Test
    void nobodyGivesWhatLiesOutsideTheirReach() {
        var admin = here.staff("small", Post.at(Role.ADMIN, new PlacePath("/qinghe/qinghe-c2/")))
                .caller();
        var id = here.enrolled("outsider");

        assertThatThrownBy(() -> here.accountDesk
                        .appoint(admin, id, 0, List.of(GRID_WORKER))
                        .block())
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("OUT_OF_REACH"));
        assertThat(await(here.accounts.find(id)).posts()).isEmpty();
    }

    @Test
    void aPostThatDoesNotFitNamesItsField() {
        var admin = here.staff("chief", Post.at(Role.ADMIN, Post.EVERYWHERE)).caller();
        var id = here.enrolled("misfit");
        var asked = List.of(
                new PostAsked(Role.GRID_WORKER, null, null),
                new PostAsked(Role.HANDLER, null, "no-such-unit"),
                new PostAsked(Role.SUPERVISOR, "no-such-place", null),
                new PostAsked(Role.RESIDENT, null, null));

        assertThatThrownBy(() -> here.accountDesk.appoint(admin, id, 0, asked).block())
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.faults())
                                .extracting(Fault::field)
                                .containsExactly(
                                        "posts[0].placeId", "posts[1].unitId", "posts[2].placeId", "posts[3].role"));
    }

    @Test
    void eachChangeAndEachLookIsKept() {
        var admin = here.staff("chief", Post.at(Role.ADMIN, QINGHE)).caller();
        var id = here.enrolled("watched");
        here.phones.bind(id, new PhoneNumber("13900000021")).block();

        here.accountDesk.find(admin, new PhoneNumber("13900000021")).block();
        here.accountDesk.appoint(admin, id, 0, List.of(GRID_WORKER)).block();
        assertThat(await(here.phones.read(id, admin.id(), "ticket/HY1")).digits())
                .isEqualTo("13900000021");

        assertThat(here.database
                        .sql("SELECT kind FROM audit_entry WHERE subject = $1 AND actor = $2 ORDER BY id")
                        .bind(0, "account/" + id)
                        .bind(1, admin.id().value())
                        .mapValue(String.class)
                        .all()
                        .collectList()
                        .block())
                .containsExactly("ACCOUNT_LOOKED_UP", "POSTS_CHANGED", "PHONE_READ");
    }

    @Test
    void aResidentFindsNobody() {
        var resident = here.logIn("curious").caller();

        assertThatThrownBy(() -> here.accountDesk.find(resident, resident.id()).block())
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(403));
    }
}
