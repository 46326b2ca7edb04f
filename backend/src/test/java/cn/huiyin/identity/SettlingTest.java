package cn.huiyin.identity;

import static cn.huiyin.identity.Desks.await;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.community.PlacePath;
import cn.huiyin.identity.store.AccountStore;
import cn.huiyin.identity.store.ContactStore;
import cn.huiyin.rehearsal.StoreTest;
import cn.huiyin.rehearsal.TestServers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

@StoreTest
class SettlingTest {

    private static final PlacePath GRID = new PlacePath("/qinghe/qinghe-c1/qinghe-c1-g2/");
    private static final Newcomer WORKER = new Newcomer(
            "openid-of-settler",
            "unionid-of-settler",
            "mp-of-settler",
            "网格员小陈",
            "13900000051",
            List.of(Post.at(Role.GRID_WORKER, GRID)),
            new PlacePath("/qinghe/qinghe-c1/qinghe-c1-g2/qinghe-c1-g2-b1/"),
            "101");

    @Test
    void theSamePersonTwiceIsOnePersonWhoStaysLoggedIn(DatabaseClient database) {
        try (var here = new Desks(database, TestServers.redis().port())) {
            var contacts = new ContactStore(database);
            var settling = new Settling(
                    database, here.accounts, here.phones, here.posts, here.homes, new Followers(contacts), here.stale);
            var id = await(settling.settle(WORKER));
            var session = here.logIn("settler");

            assertThat(await(settling.settle(WORKER))).isEqualTo(id);
            assertThat(await(here.sessions.find(session.token())).is(Role.GRID_WORKER, GRID))
                    .isTrue();
            var accounts = new Accounts(new AccountStore(database), contacts, here.homes, here.phones);
            assertThat(await(accounts.homeOf(id)).state()).isEqualTo(HomeState.CONFIRMED);
            assertThat(await(accounts.contacts(List.of(id))).get(id).mpOpenid()).isEqualTo("mp-of-settler");
        }
    }
}
