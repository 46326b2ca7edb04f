package cn.huiyin.identity;

/** What somebody is trusted with; where is said by the {@link Post}. */
public enum Role {
    /** 居民. */
    RESIDENT,
    /** 网格员: one or two grids. */
    GRID_WORKER,
    /** 承办人: works for a unit. */
    HANDLER,
    /** 单位负责人: leads a unit. */
    UNIT_LEAD,
    /** 社区管理员: classifies and dispatches for a community or a street. */
    DISPATCHER,
    /** 督办: street level. */
    SUPERVISOR,
    /** 管理员: roles, places, calendar, messages that could not be sent. */
    ADMIN,
    /** The program itself. */
    SYSTEM
}
