package cn.huiyin.rehearsal;

import static cn.huiyin.identity.Role.ADMIN;
import static cn.huiyin.identity.Role.DISPATCHER;
import static cn.huiyin.identity.Role.GRID_WORKER;
import static cn.huiyin.identity.Role.HANDLER;
import static cn.huiyin.identity.Role.SUPERVISOR;
import static cn.huiyin.identity.Role.UNIT_LEAD;

import cn.huiyin.community.PlacePath;
import cn.huiyin.community.UnitId;
import cn.huiyin.identity.Post;
import cn.huiyin.identity.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the demo street, named after a solar term; nobody of that name is meant.
 *
 * @param code what they log in with
 * @param home the building they live in, or null
 * @param follows the official account 公众号
 */
record DemoPerson(
        String code,
        String name,
        List<Post> posts,
        @Nullable PlacePath home,
        boolean follows) {

    private static final String STREET = "/qinghe/";

    /** Who confirms where the residents live. */
    static final String GRID_WORKER_OPENID = "o-demo-grid-worker";

    /** Staff first. */
    static final List<DemoPerson> ALL = List.of(
            staff(
                    "demo-grid-worker",
                    "陈立夏",
                    at(GRID_WORKER, "qinghe-c1/qinghe-c1-g1/"),
                    at(GRID_WORKER, "qinghe-c1/qinghe-c1-g2/")),
            staff("demo-handler", "王谷雨", in(HANDLER, "qinghe-property"), in(HANDLER, "qinghe-c1-committee")),
            staff("demo-unit-lead", "吴白露", in(UNIT_LEAD, "qinghe-property")),
            staff("demo-handler-street", "郑寒露", in(HANDLER, "qinghe-office")),
            staff("demo-handler-committee", "冯惊蛰", in(HANDLER, "qinghe-c1-committee")),
            staff("demo-dispatcher", "孙春分", at(DISPATCHER, "")),
            staff("demo-dispatcher-c1", "钱秋分", at(DISPATCHER, "qinghe-c1/")),
            staff("demo-dispatcher-c2", "赵夏至", at(DISPATCHER, "qinghe-c2/")),
            staff("demo-dispatcher-c3", "李冬至", at(DISPATCHER, "qinghe-c3/")),
            staff("demo-dispatcher-c4", "何处暑", at(DISPATCHER, "qinghe-c4/")),
            staff("demo-supervisor", "杨清明", at(SUPERVISOR, "")),
            staff("demo-admin", "许大寒", at(ADMIN, "")),
            resident("demo-resident", "林小满", "qinghe-c1/qinghe-c1-g1/qinghe-c1-g1-b1", true),
            resident("demo-resident-2", "周小雪", "qinghe-c1/qinghe-c1-g2/qinghe-c1-g2-b1", false));

    String miniappOpenid() {
        return "o-" + code;
    }

    String mpOpenid() {
        return "mp-" + code;
    }

    String unionid() {
        return "u-" + code;
    }

    private static DemoPerson resident(String code, String name, String home, boolean follows) {
        return new DemoPerson(code, name, List.of(), new PlacePath(STREET + home + "/"), follows);
    }

    private static DemoPerson staff(String code, String name, Post... posts) {
        return new DemoPerson(code, name, List.of(posts), null, true);
    }

    private static Post at(Role role, String below) {
        return Post.at(role, new PlacePath(STREET + below));
    }

    private static Post in(Role role, String unit) {
        return Post.in(role, new UnitId(unit));
    }
}
