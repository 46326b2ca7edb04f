package cn.huiyin.wechat.push;

/**
 * What this push speaks of is not (yet) known here: another program may use the same account, or its own writing is still
 * under way. Tried again for a while, then let go.
 */
final class Unmatched extends RuntimeException {

    Unmatched(String what) {
        super(what, null, false, false);
    }
}
