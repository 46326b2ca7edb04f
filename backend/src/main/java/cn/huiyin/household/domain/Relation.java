package cn.huiyin.household.domain;

/** What somebody is to the household. */
public enum Relation {
    HEAD("户主"),
    SPOUSE("配偶"),
    CHILD("子女"),
    PARENT("父母"),
    GRANDPARENT("祖父母"),
    GRANDCHILD("孙子女"),
    SIBLING("兄弟姐妹"),
    TENANT("租户"),
    CARER("照护人"),
    OTHER("其他");

    private final String chinese;

    Relation(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
