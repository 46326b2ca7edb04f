package cn.huiyin.oversight;

import cn.huiyin.community.Community;
import cn.huiyin.identity.Caller;
import cn.huiyin.identity.Role;
import cn.huiyin.identity.Scope;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whoever oversees visits, and where. */
final class Overseers {

    private Overseers() {}

    static Scope scope(Caller caller, Set<Role> roles, Community community, @Nullable String place) {
        return Scope.of(caller, roles, community.atlas(), place, "您没有查看监督情况的权限");
    }
}
