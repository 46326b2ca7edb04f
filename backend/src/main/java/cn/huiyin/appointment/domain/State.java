package cn.huiyin.appointment.domain;

/** How far an appointment has come. */
public enum State {
    /** On the waiting list of a slot. */
    WAITING("排队中"),
    /** Has a place. */
    BOOKED("已约好"),
    /** Both are there. */
    ARRIVED("已到场"),
    COMPLETED("已完成"),
    /** Nobody was there, or nobody came. */
    NO_SHOW("未到"),
    CANCELLED("已取消"),
    /** Waited, and no place became free in time. Known by the clock alone and never stored. */
    LAPSED("没有排到");

    private final String chinese;

    State(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
