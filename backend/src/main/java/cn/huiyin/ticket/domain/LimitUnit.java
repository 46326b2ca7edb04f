package cn.huiyin.ticket.domain;

/** How a limit is counted. */
public enum LimitUnit {
    /** Working days of the statutory calendar; ends with the close of business (Civil Code art. 201, 203). */
    WORKING_DAYS("个工作日"),
    /** Natural time, nights and holidays too. */
    HOURS("小时"),
    /** The corresponding day of a later month, moved on to a working day (Civil Code art. 202, 203). */
    MONTHS("个月");

    private final String chinese;

    LimitUnit(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
