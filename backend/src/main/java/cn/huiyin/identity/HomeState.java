package cn.huiyin.identity;

/** How far a home has come. */
public enum HomeState {
    /** The resident said so. */
    REQUESTED,
    /** A grid worker knows it is so. */
    CONFIRMED,
    /** A grid worker knows it is not so. */
    REFUSED
}
