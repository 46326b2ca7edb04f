package cn.huiyin.visit.domain;

/** How something was told, asked or said about visits (S3 §2.3.1). */
public enum ConsentWay {
    BOARD("公告栏"),
    WECHAT_GROUP("微信群"),
    PHONE("电话"),
    IN_PERSON("当面"),
    MINI_PROGRAM("小程序"),
    PAPER("书面");

    private final String chinese;

    ConsentWay(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
