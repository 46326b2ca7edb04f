package cn.huiyin.identity.web;

/** The strong {@code ETag} of what several people change: its version in quotes. */
final class EntityTag {

    private EntityTag() {}

    static String of(int version) {
        return '"' + Integer.toString(version) + '"';
    }
}
