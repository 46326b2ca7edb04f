package cn.huiyin.household;

/** Whether somebody is at home. */
public enum Occupancy {
    /** 常住. */
    OCCUPIED("常住"),
    /** 空挂户. */
    EMPTY("空置"),
    /** 长期外出户. */
    AWAY("长期外出"),
    /** 出租户: lived in, by tenants. */
    RENTED("出租");

    private final String chinese;

    Occupancy(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
