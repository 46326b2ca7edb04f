package cn.huiyin.ticket.domain;

/** The six stages 环节 of a ticket (S2: 提交-分类-转办-跟进-回复-归档), and taken back. */
public enum Stage {
    SUBMITTED("已提交"),
    CLASSIFIED("已分类"),
    DISPATCHED("已转办"),
    IN_PROGRESS("跟进中"),
    REPLIED("已回复"),
    ARCHIVED("已归档"),
    WITHDRAWN("已撤回");

    private final String chinese;

    Stage(String chinese) {
        this.chinese = chinese;
    }

    /** As residents read it. */
    public String chinese() {
        return chinese;
    }

    /** Somebody still owes the resident an answer. */
    public boolean isOpen() {
        return compareTo(REPLIED) < 0;
    }
}
