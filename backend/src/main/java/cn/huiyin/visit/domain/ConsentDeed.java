package cn.huiyin.visit.domain;

/** What is done or said about visits to a home; a word of the contract. */
public enum ConsentDeed {
    TELL("告知"),
    AGREE("同意"),
    REFUSE("谢绝"),
    TAKE_BACK("收回同意"),
    /** The secretary's second try, and its result. */
    AGREE_AFTER_ALL("二次沟通后同意"),
    REFUSE_AGAIN("二次沟通后仍谢绝");

    private final String chinese;

    ConsentDeed(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }

    public boolean isSecondTry() {
        return this == AGREE_AFTER_ALL || this == REFUSE_AGAIN;
    }
}
