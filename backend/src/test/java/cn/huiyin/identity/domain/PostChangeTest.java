package cn.huiyin.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.community.DemoStreet;
import cn.huiyin.community.PlacePath;
import cn.huiyin.community.UnitId;
import cn.huiyin.identity.AccountId;
import cn.huiyin.identity.Caller;
import cn.huiyin.identity.Post;
import cn.huiyin.identity.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostChangeTest {

    private static final PlacePath QINGHE = new PlacePath("/qinghe/");
    private static final PlacePath GRID = new PlacePath("/qinghe/qinghe-c1/qinghe-c1-g1/");

    private final Post here = Post.at(Role.GRID_WORKER, GRID);
    private final Post elsewhere = Post.at(Role.SUPERVISOR, new PlacePath("/nanhu/"));

    @Test
    void anAdministratorGivesAndTakesWithinTheirReach() {
        assertThat(change(List.of(), List.of(here), admin(QINGHE))).isTrue();
        assertThat(change(List.of(here), List.of(), admin(QINGHE))).isTrue();
        assertThat(change(List.of(), List.of(Post.in(Role.HANDLER, new UnitId("qinghe-property"))), admin(QINGHE)))
                .isTrue();
    }

    @Test
    void whatLiesElsewhereIsNeitherGivenNorTaken() {
        assertThat(change(List.of(), List.of(elsewhere), admin(QINGHE))).isFalse();
        assertThat(change(List.of(elsewhere), List.of(here), admin(QINGHE))).isFalse();
        assertThat(change(List.of(elsewhere), List.of(elsewhere, here), admin(QINGHE)))
                .isTrue();
    }

    @Test
    void nobodyMakesAnAdministratorWiderThanThemselves() {
        assertThat(change(List.of(), List.of(Post.at(Role.ADMIN, Post.EVERYWHERE)), admin(QINGHE)))
                .isFalse();
        assertThat(change(List.of(), List.of(Post.at(Role.ADMIN, Post.EVERYWHERE)), admin(Post.EVERYWHERE)))
                .isTrue();
    }

    @Test
    void whoeverIsNoAdministratorGivesNothing() {
        var supervisor =
                new Caller(new AccountId(1000), "督办", List.of(Post.resident(), Post.at(Role.SUPERVISOR, QINGHE)));

        assertThat(change(List.of(), List.of(here), supervisor)).isFalse();
    }

    private static Caller admin(PlacePath reach) {
        return new Caller(new AccountId(1000), "管理员", List.of(Post.resident(), Post.at(Role.ADMIN, reach)));
    }

    private static boolean change(List<Post> before, List<Post> after, Caller by) {
        return new PostChange(before, after).liesWithin(by, DemoStreet.atlas());
    }
}
