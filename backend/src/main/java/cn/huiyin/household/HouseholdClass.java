package cn.huiyin.household;

/** How much attention a household needs (S3 §2.3.3), least first. It follows from its tags. */
public enum HouseholdClass {
    /** 普通家庭. */
    ORDINARY("普通"),
    /** 重点家庭. */
    KEY("重点"),
    /** 特殊家庭. */
    SPECIAL("特殊");

    private final String chinese;

    HouseholdClass(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
