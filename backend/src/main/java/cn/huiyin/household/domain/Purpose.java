package cn.huiyin.household.domain;

/** What staff may look at a file for; every look names one. */
public enum Purpose {
    VISIT("上门走访"),
    CONTACT("联系居民"),
    VERIFY("核对信息"),
    SERVICE("对接服务"),
    EMERGENCY("紧急救助"),
    TICKET("办理诉求"),
    SPOT_CHECK("抽查监督");

    private final String chinese;

    Purpose(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
