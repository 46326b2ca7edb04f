package cn.huiyin.visit.domain;

/** How soon a need has to be met (S0 需求分类卡). By when exactly is data: {@code visit_card_rule}. */
public enum CardColour {
    RED("红色"),
    YELLOW("黄色"),
    GREEN("绿色");

    private final String chinese;

    CardColour(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
