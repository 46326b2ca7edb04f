package cn.huiyin.visit.domain;

/** What became of a visit. */
public enum Outcome {
    MET("见到了"),
    NOBODY_HOME("没有人在家"),
    REFUSED("谢绝了");

    private final String chinese;

    Outcome(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
