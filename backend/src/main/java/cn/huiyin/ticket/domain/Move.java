package cn.huiyin.ticket.domain;

/** Everything that can happen to a ticket; each leaves one event in its timeline. */
public enum Move {
    SUBMIT("提交", Reason.NONE),
    CLASSIFY("分类", Reason.OPTIONAL),
    DISPATCH("转办", Reason.OPTIONAL),
    ACCEPT("接单", Reason.OPTIONAL),
    RETURN("退回", Reason.REQUIRED),
    CO_HANDLE("协办", Reason.OPTIONAL),
    ESCALATE("上报", Reason.REQUIRED),
    FOLLOW_UP("跟进", Reason.REQUIRED),
    PAUSE("暂停计时", Reason.REQUIRED),
    RESUME("恢复计时", Reason.OPTIONAL),
    EXTEND("延期", Reason.REQUIRED),
    REPLY("答复", Reason.REQUIRED),
    ARCHIVE("归档", Reason.OPTIONAL),
    WITHDRAW("撤回", Reason.OPTIONAL),
    REOPEN("重新办理", Reason.REQUIRED),
    SUPERVISE("督办", Reason.REQUIRED),
    SUPPLEMENT("补充情况", Reason.REQUIRED),
    NUDGE("催办", Reason.OPTIONAL),
    CALLBACK("回访评价", Reason.OPTIONAL),
    REPLAN("节假日调整", Reason.OPTIONAL);

    /** Whether the words that go with a move must be there. */
    public enum Reason {
        NONE,
        OPTIONAL,
        REQUIRED
    }

    private final String chinese;
    private final Reason reason;

    Move(String chinese, Reason reason) {
        this.chinese = chinese;
        this.reason = reason;
    }

    public String chinese() {
        return chinese;
    }

    public boolean needsNote() {
        return reason == Reason.REQUIRED;
    }
}
