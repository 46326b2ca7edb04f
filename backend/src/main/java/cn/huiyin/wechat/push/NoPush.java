package cn.huiyin.wechat.push;

/** What came cannot be read as a push of WeChat. */
final class NoPush extends RuntimeException {

    NoPush(String why) {
        super(why, null, false, false);
    }
}
