package cn.huiyin.household.domain;

/** How much of a field somebody sees. */
public enum Sight {
    /** Null, as if it were unknown. */
    HIDDEN,
    /** That it is known, and no more than helps to tell it from another. */
    MASKED,
    FULL
}
