package cn.huiyin.care.domain;

/** What is done in a care, as its history tells it. */
public enum What {
    /** The household became special. */
    BEGAN("成为特殊家庭"),
    /** It got its first specialist. */
    ASSIGNED("指定专员"),
    /** Another specialist took over, for a reason. */
    HANDED_OVER("更换专员"),
    /** The care plan was made or changed. */
    PLANNED("制定计划"),
    /** The plan was gone through. */
    REVIEWED("每月回顾"),
    /** The household is not special any more. */
    ENDED("服务结束");

    private final String chinese;

    What(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
