package cn.huiyin.appointment.domain;

/** What somebody is to one appointment; one person can be several at once. The first that may make a move makes it. */
public enum Part {
    /** The resident who booked, for themselves or for somebody of their household. */
    BOOKER("居民"),
    /** Who comes: the doctor, the lawyer, the grid worker. */
    VISITOR("服务人员"),
    /** 社区管理员 of the community. */
    DISPATCHER("社区管理员"),
    /** 网格员 of the grid. */
    GRID_WORKER("网格员"),
    /** 督办 of the place. */
    SUPERVISOR("督办"),
    /** The program itself. */
    SYSTEM("系统");

    private final String chinese;

    Part(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
