package cn.huiyin.programme.domain;

/** How a visit was made. */
public enum Way {
    /** 入户. */
    IN_PERSON("入户"),
    /** 电话. */
    PHONE("电话"),
    /** 线上. */
    ONLINE("线上");

    private final String chinese;

    Way(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
