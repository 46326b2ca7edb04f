package cn.huiyin.appointment.domain;

/** Everything that can happen to an appointment; each leaves one line in its timeline. */
public enum Move {
    BOOK("预约"),
    MOVE_UP("排到了"),
    RESCHEDULE("改时间"),
    CANCEL("取消"),
    ARRIVE("到场"),
    NO_SHOW("记为未到"),
    COMPLETE("完成");

    private final String chinese;

    Move(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
