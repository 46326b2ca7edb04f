package cn.huiyin.visit.domain;

/** What somebody is to the consent of a home. The first that may do a deed does it. */
public enum ConsentPart {
    /** Lives there, at a confirmed address. */
    RESIDENT("居民"),
    /** 网格员 or 社区管理员 of the place: notes what the household says. */
    STAFF("工作人员"),
    /** 社区书记: the 社区管理员 of the community, for the second try. */
    SECRETARY("社区书记");

    private final String chinese;

    ConsentPart(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
