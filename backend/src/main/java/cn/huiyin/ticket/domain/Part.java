package cn.huiyin.ticket.domain;

/** What somebody is to one ticket; one person can be several at once. */
public enum Part {
    /** The resident whose matter it is. */
    REPORTER("居民"),
    /** The staff member who wrote it down for a resident. */
    RECORDER("登记人"),
    /** 网格员 of the place. */
    GRID_WORKER("网格员"),
    /** A handler 承办人 of the unit that has it now. */
    HOLDER("承办人"),
    /** The lead of the unit that has it now. */
    HOLDER_LEAD("单位负责人"),
    /** A handler or the lead of the first receiver 首接单位, who answers with one voice. */
    FIRST_RECEIVER("首接单位"),
    /** A handler or the lead of a unit that helps 协办. */
    CO_HANDLER("协办单位"),
    /** 社区管理员 of the place. */
    DISPATCHER("社区管理员"),
    /** 督办 of the place. */
    SUPERVISOR("督办"),
    /** The program itself, by the clock. */
    SYSTEM("系统");

    private final String chinese;

    Part(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
