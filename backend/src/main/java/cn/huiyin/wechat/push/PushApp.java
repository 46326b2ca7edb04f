package cn.huiyin.wechat.push;

/** Which of our apps at WeChat it is about. */
enum PushApp {
    /** The mini-program 小程序. */
    MINIAPP("/wechat/miniapp/push"),
    /** The official account 公众号. */
    MP("/wechat/mp/push");

    private final String path;

    PushApp(String path) {
        this.path = path;
    }

    /** Where WeChat pushes to. */
    String path() {
        return path;
    }
}
