package cn.huiyin.wechat;

/** What can be asked of WeChat. */
enum WechatCall {
    ANY(""),
    TOKEN("/cgi-bin/stable_token"),
    LOGIN("/sns/jscode2session"),
    PHONE("/wxa/business/getuserphonenumber"),
    SUBSCRIBE("/cgi-bin/message/subscribe/send"),
    TEMPLATE("/cgi-bin/message/template/send"),
    SUBSCRIBE_TEMPLATES("/wxaapi/newtmpl/gettemplate"),
    OFFICIAL_TEMPLATES("/cgi-bin/template/get_all_private_template"),
    CUSTOM("/cgi-bin/message/custom/send"),
    FOLLOWER("/cgi-bin/user/info"),
    EMPLOYEE("/cgi-bin/message/wxopen/employeerelationmsg/send"),
    CHECK("/wxa/msg_sec_check"),
    MEDIA_CHECK("/wxa/media_check_async"),
    QRCODE("/wxa/getwxacodeunlimit");

    private final String path;

    WechatCall(String path) {
        this.path = path;
    }

    /** The path of the call, after the host. */
    String path() {
        return path;
    }
}
