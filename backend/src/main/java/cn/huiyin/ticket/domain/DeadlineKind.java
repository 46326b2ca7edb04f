package cn.huiyin.ticket.domain;

/** What is promised by a certain time 时限. */
public enum DeadlineKind {
    /** 确认接收: somebody has read it. */
    ACKNOWLEDGE("确认接收"),
    /** 首次答复. */
    FIRST_REPLY("首次答复"),
    /** 紧急处置, in natural time. */
    URGENT_HANDLING("紧急处置"),
    /** 协调启动: handling has begun, an owner is named. */
    COORDINATION_START("协调启动"),
    /** 明确进度 after it went to a higher level. */
    PROGRESS_CLEAR("明确进度"),
    /** 按月跟进 of what takes long. */
    MONTHLY_FOLLOW_UP("每月跟进"),
    /** 整改 after it was reopened or supervised. */
    RECTIFY("整改"),
    /** 走访录入 within 24 hours of a visit. */
    VISIT_ENTRY("走访录入");

    private final String chinese;

    DeadlineKind(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
