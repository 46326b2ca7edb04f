package cn.huiyin.oversight.domain;

/** What a look-back finds. */
public enum LookedBack {
    /** Put right, and still so. */
    HOLDS,
    /** Accepted once, and not so any more: to be put right again. */
    RELAPSED,
    /** Not accepted yet. */
    STILL_OPEN
}
