package cn.huiyin.media.domain;

/** What a kind is to people, and how large it may be. */
public enum Type {
    /** ≤ 10 MiB: a phone's photo in full. */
    PHOTO(10),
    /** ≤ 5 MiB: ten minutes, the longest that WeChat records, at 64 kbit/s. */
    VOICE(5);

    private final int mebibytes;

    Type(int mebibytes) {
        this.mebibytes = mebibytes;
    }

    public int mebibytes() {
        return mebibytes;
    }

    public long limit() {
        return mebibytes * 1024L * 1024L;
    }
}
