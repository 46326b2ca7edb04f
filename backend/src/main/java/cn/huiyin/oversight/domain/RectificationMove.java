package cn.huiyin.oversight.domain;

/** What is done with a rectification notice. */
public enum RectificationMove {
    /** The community says what it did. */
    ANSWER("答复整改情况"),
    /** The supervisor takes it. */
    ACCEPT("验收通过"),
    /** The supervisor does not, and says why; a limit begins anew. */
    SEND_BACK("退回"),
    /** It was issued by mistake. */
    WITHDRAW("撤销"),
    /** After the quarter it is looked at again 回头看. */
    LOOK_BACK("回头看");

    private final String chinese;

    RectificationMove(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
