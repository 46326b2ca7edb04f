package cn.huiyin.together;

/** More questions wait than there is room for; ask again later. */
public final class TooMany extends RuntimeException {

    TooMany(String name) {
        super("too many wait for " + name, null, false, false);
    }
}
