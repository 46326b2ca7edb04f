package cn.huiyin.safety;

/** How far a piece of content has come; a word of the contract. */
public enum CheckState {
    /** Not judged yet: WeChat was not asked, is away, or its answer is under way. */
    PENDING("还没核对"),
    PASSED("通过"),
    /** WeChat doubts it. */
    HELD("有疑问"),
    /** WeChat cannot tell. */
    HUMAN("等人核对"),
    /** A human let it through. */
    RELEASED("人工放行"),
    /** A human did not. */
    REFUSED("没有通过");

    private final String chinese;

    CheckState(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
