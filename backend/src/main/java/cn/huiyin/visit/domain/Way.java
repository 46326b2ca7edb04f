package cn.huiyin.visit.domain;

/** How a visit is made. */
public enum Way {
    IN_PERSON("上门", ConsentWay.IN_PERSON),
    PHONE("电话", ConsentWay.PHONE),
    /** A questionnaire or a chat. */
    ONLINE("线上", ConsentWay.MINI_PROGRAM);

    private final String chinese;
    private final ConsentWay asks;

    Way(String chinese, ConsentWay asks) {
        this.chinese = chinese;
        this.asks = asks;
    }

    public String chinese() {
        return chinese;
    }

    /** How agreement is asked on such a visit. */
    public ConsentWay asks() {
        return asks;
    }
}
