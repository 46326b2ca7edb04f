package cn.huiyin.visit.domain;

/** How far a needs card has come. */
public enum CardState {
    OPEN("待办"),
    TAKEN_UP("在办"),
    DONE("办好了"),
    /** Cannot or need not be met; the reason is told. */
    DROPPED("办不成");

    private final String chinese;

    CardState(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }

    public boolean isOpen() {
        return this == OPEN || this == TAKEN_UP;
    }
}
