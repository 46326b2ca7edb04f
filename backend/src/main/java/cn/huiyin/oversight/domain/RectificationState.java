package cn.huiyin.oversight.domain;

/** Where a rectification notice stands. */
public enum RectificationState {
    ISSUED("待整改"),
    ANSWERED("待验收"),
    SENT_BACK("退回再整改"),
    ACCEPTED("已整改"),
    WITHDRAWN("已撤销");

    private final String chinese;

    RectificationState(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }

    /** The community still owes an answer. */
    public boolean owed() {
        return this == ISSUED || this == SENT_BACK;
    }
}
