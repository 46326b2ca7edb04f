package cn.huiyin.identity;

/** What somebody is trusted with; where is said by the {@link Post}. */
public enum Role {
    /** 居民. */
    RESIDENT(Reach.NOBODY_GIVES_IT),
    /** 网格员: one or two grids. */
    GRID_WORKER(Reach.PLACE),
    /** 承办人: works for a unit. */
    HANDLER(Reach.UNIT),
    /** 单位负责人: leads a unit. */
    UNIT_LEAD(Reach.UNIT),
    /** 社区管理员: classifies and dispatches for a community or a street. */
    DISPATCHER(Reach.PLACE),
    /** 督办: street level. */
    SUPERVISOR(Reach.PLACE),
    /** 管理员: roles, places, calendar, messages that could not be sent. */
    ADMIN(Reach.PLACE),
    /** The program itself. */
    SYSTEM(Reach.NOBODY_GIVES_IT);

    private final Reach reach;

    Role(Reach reach) {
        this.reach = reach;
    }

    /** What a post with this role must name. */
    public Reach reach() {
        return reach;
    }

    /** How far a role goes. */
    public enum Reach {
        /** Over a place and all below it. */
        PLACE,
        /** Within a unit. */
        UNIT,
        /** Comes by itself and is not given out. */
        NOBODY_GIVES_IT
    }
}
