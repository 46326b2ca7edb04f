package cn.huiyin.programme;

import cn.huiyin.community.Community;
import cn.huiyin.community.PlacePath;
import cn.huiyin.identity.Caller;
import cn.huiyin.identity.Role;
import cn.huiyin.identity.Scope;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whoever plans visits, and where. */
final class Planners {

    private static final Set<Role> ROLES = EnumSet.of(Role.GRID_WORKER, Role.DISPATCHER, Role.SUPERVISOR);

    private Planners() {}

    static Scope scope(Caller caller, Community community, @Nullable String place) {
        return Scope.of(caller, ROLES, community.atlas(), place, "只有网格员、社区管理员和督办人员可以查看走访计划");
    }

    static List<PlacePath> posts(Caller caller) {
        return Scope.posts(caller, ROLES);
    }
}
