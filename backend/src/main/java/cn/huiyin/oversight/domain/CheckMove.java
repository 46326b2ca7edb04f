package cn.huiyin.oversight.domain;

/** What is done with a spot check. */
public enum CheckMove {
    /** It is given to a supervisor, or from one to another. */
    ASSIGN("安排核查人"),
    /** The household was not reached; it stays open. */
    TRY("没有联系上住户"),
    /** What was found. */
    REPORT("填写核查结果");

    private final String chinese;

    CheckMove(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
