package cn.huiyin.digest.domain;

import cn.huiyin.community.PlaceKind;
import cn.huiyin.identity.Role;

/** The three digests (S3 3.3: 网格每日、社区每周、街道每月). */
public enum DigestKind {
    /** Each morning, what there is to do in a grid. */
    GRID(PlaceKind.GRID, Role.GRID_WORKER),
    /** Each Monday, how the week before went in a community. */
    COMMUNITY(PlaceKind.COMMUNITY, Role.DISPATCHER),
    /** Each month, how the month before went in a street and each of its communities. */
    STREET(PlaceKind.STREET, Role.SUPERVISOR);

    private final PlaceKind of;
    private final Role reader;

    DigestKind(PlaceKind of, Role reader) {
        this.of = of;
        this.reader = reader;
    }

    /** The kind of place it is made for. */
    public PlaceKind of() {
        return of;
    }

    /** Whose post over the place gets it. */
    public Role reader() {
        return reader;
    }

    /** Its entry in the message catalogue. */
    public String occasion() {
        return "DIGEST_" + name();
    }
}
