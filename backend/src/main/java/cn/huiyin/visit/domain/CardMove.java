package cn.huiyin.visit.domain;

/** What can be done with a needs card; a word of the contract. */
public enum CardMove {
    /** Never asked for: how a card begins. */
    OPEN("开卡"),
    TAKE_UP("接办"),
    DONE("办好"),
    DROP("办不成"),
    RECOLOUR("换颜色");

    private final String chinese;

    CardMove(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
