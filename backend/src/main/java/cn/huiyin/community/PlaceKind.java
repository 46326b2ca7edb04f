package cn.huiyin.community;

import java.util.Optional;

/** The levels of the tree, widest first. */
public enum PlaceKind {
    /** 街道. */
    STREET,
    /** 社区. */
    COMMUNITY,
    /** 网格. */
    GRID,
    /** 楼栋. */
    BUILDING;

    /** The kind of place this one lies in; empty for a street. */
    Optional<PlaceKind> wider() {
        return this == STREET ? Optional.empty() : Optional.of(values()[ordinal() - 1]);
    }
}
