package cn.huiyin.oversight.domain;

/** Where a spot check stands. */
public enum CheckState {
    /** Nobody has it yet. */
    DRAWN("待安排"),
    /** A supervisor is to make it. */
    ASSIGNED("核查中"),
    /** Everything was as it should be. */
    PASSED("没有问题"),
    /** Something was not. */
    FINDINGS("发现问题");

    private final String chinese;

    CheckState(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
