package cn.huiyin.visit.domain;

/** How a home stands to visits. */
public enum ConsentState {
    /** Nobody has told or asked it; or so long after a second refusal that one may ask again. Never stored. */
    NONE("还没有告知"),
    /** The purpose was told; no answer yet. */
    TOLD("已告知"),
    AGREED("同意"),
    /** Once; the secretary tries a second time. */
    REFUSED("谢绝"),
    /** After the second try too: nobody asks until it is over or the household itself says so. */
    REFUSED_TWICE("再次谢绝");

    private final String chinese;

    ConsentState(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }

    public boolean refuses() {
        return this == REFUSED || this == REFUSED_TWICE;
    }
}
