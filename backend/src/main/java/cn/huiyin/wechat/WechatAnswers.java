package cn.huiyin.wechat;

import static cn.huiyin.wechat.Reaction.*;
import static cn.huiyin.wechat.WechatCall.*;

import java.util.List;

/**
 * Every answer of WeChat that we know, and what we do about it: one row a code. A row for the call itself counts before
 * a row for {@link WechatCall#ANY}. A code that is in no row is nothing to try again: an operator sees it.
 *
 * <p>Source: WeChat's error tables of each call, 全局返回码说明 for the rest.
 */
final class WechatAnswers {

    /**
     * One row.
     *
     * @param call on which call
     * @param code WeChat's {@code errcode}
     * @param reaction what we do
     * @param meaning what it says, for the operator
     */
    record Row(WechatCall call, int code, Reaction reaction, String meaning) {}

    static final List<Row> TABLE = List.of(
            // On any call
            row(ANY, -1, TRY_AGAIN, "微信系统繁忙"),
            row(ANY, 40001, NEW_TOKEN, "接口凭证无效"),
            row(ANY, 40014, NEW_TOKEN, "接口凭证不合法"),
            row(ANY, 42001, NEW_TOKEN, "接口凭证已过期"),
            row(ANY, 45009, TOMORROW, "今天的调用次数已用完"),
            row(ANY, 45011, SLOW_DOWN, "调用太频繁"),
            row(ANY, 40013, ALARM, "AppID 不正确"),
            row(ANY, 40125, ALARM, "AppSecret 不正确"),
            row(ANY, 40164, ALARM, "服务器 IP 不在白名单"),
            row(ANY, 40243, ALARM, "AppSecret 已被冻结"),
            row(ANY, 48001, ALARM, "没有这个接口的权限"),
            row(ANY, 50002, ALARM, "账号被限制使用"),
            row(ANY, 89501, ALARM, "此 IP 正等待管理员确认"),
            row(ANY, 89503, ALARM, "此 IP 调用需要管理员确认"),
            row(ANY, 89506, ALARM, "此 IP 被管理员拒绝两次，24 小时内不能再申请"),
            row(ANY, 89507, ALARM, "此 IP 被管理员拒绝一次，1 小时内不能再申请"),

            // Fetching an access token
            row(TOKEN, 40001, ALARM, "AppSecret 不正确"),
            row(TOKEN, 40002, ALARM, "grant_type 不正确"),

            // Logging in
            row(LOGIN, 40029, LOG_IN_AGAIN, "登录凭证无效"),
            row(LOGIN, 40163, LOG_IN_AGAIN, "登录凭证已被使用"),
            row(LOGIN, 40226, REFUSE, "高风险用户，微信已拦截登录"),
            row(PHONE, 40029, NEW_CODE, "手机号凭证无效"),
            row(PHONE, 40163, NEW_CODE, "手机号凭证已被使用"),

            // Subscribe messages of the mini-program 订阅消息
            row(SUBSCRIBE, 43101, GRANT_GONE, "用户没有可用的订阅次数"),
            row(SUBSCRIBE, 40003, RECIPIENT_OFF, "openid 不正确"),
            row(SUBSCRIBE, 40037, STOP_TEMPLATE, "模板 ID 不正确"),
            row(SUBSCRIBE, 41030, STOP_TEMPLATE, "消息跳转的页面不存在或未发布"),
            row(SUBSCRIBE, 43107, STOP_TEMPLATE, "订阅消息能力被封禁"),
            row(SUBSCRIBE, 43108, ONE_AFTER_ANOTHER, "同一用户的消息只能逐条发送"),
            row(SUBSCRIBE, 45168, DEAD_LETTER, "内容含有违规词"),
            row(SUBSCRIBE, 47003, DEAD_LETTER, "有字段不符合要求"),

            // Template messages of the official account 模板消息
            row(TEMPLATE, 43004, NOT_FOLLOWER, "用户没有关注公众号"),
            row(TEMPLATE, 43101, WINDOW_CLOSED, "用户拒收了这个模板的消息"),
            row(TEMPLATE, 40003, RECIPIENT_OFF, "openid 不正确"),
            row(TEMPLATE, 40037, STOP_TEMPLATE, "模板 ID 不正确"),
            row(TEMPLATE, 43116, STOP_TEMPLATE, "模板被封禁，请到公众平台查看"),
            row(TEMPLATE, 40249, STOP_TEMPLATE, "模板不能使用，请到公众平台查看"),
            row(TEMPLATE, 40251, STOP_TEMPLATE, "模板不能使用，请到公众平台查看"),
            row(TEMPLATE, 40250, DEAD_LETTER, "内容不符合模板要求"),
            row(TEMPLATE, 47003, DEAD_LETTER, "有字段不符合要求"),
            row(TEMPLATE, 40252, HOLD, "模板消息暂时不能下发"),

            // Customer-service messages 客服消息
            row(CUSTOM, 45015, WINDOW_CLOSED, "超过了可以回复的时间"),
            row(CUSTOM, 45047, WINDOW_CLOSED, "超过了可以回复的条数"),
            row(CUSTOM, 40003, RECIPIENT_OFF, "openid 不正确"),

            // Who follows the official account 用户基本信息
            row(FOLLOWER, 40003, RECIPIENT_OFF, "openid 不正确"),
            // Employer to worker 用工消息
            row(EMPLOYEE, 40256, RECIPIENT_OFF, "没有用工关系"),
            row(EMPLOYEE, 43104, RECIPIENT_OFF, "员工没有同意接收"),
            row(EMPLOYEE, 40257, RECIPIENT_OFF, "openid 不正确"),
            row(EMPLOYEE, 50001, WINDOW_CLOSED, "没有用工消息的权限"),
            row(EMPLOYEE, 40037, STOP_TEMPLATE, "模板 ID 不正确"),
            row(EMPLOYEE, 40097, DEAD_LETTER, "参数不正确"),
            row(EMPLOYEE, 47003, DEAD_LETTER, "有字段不符合要求"),

            // Checking content 内容安全
            row(CHECK, 61010, HUMAN_LOOKS, "用户两小时内没有使用小程序，微信不能检测"),
            row(CHECK, 40003, HUMAN_LOOKS, "openid 不正确"),
            row(CHECK, 44991, SLOW_DOWN, "这一分钟的核对次数已用完"),
            row(CHECK, -1008, SUBMIT_AGAIN, "微信没能取到图片，需要重新提交"),
            row(MEDIA_CHECK, 61010, HUMAN_LOOKS, "用户两小时内没有使用小程序，微信不能检测"),
            row(MEDIA_CHECK, 40003, HUMAN_LOOKS, "openid 不正确"),
            row(MEDIA_CHECK, 44991, SLOW_DOWN, "这一分钟的核对次数已用完"),
            row(MEDIA_CHECK, -1008, SUBMIT_AGAIN, "微信没能取到图片，需要重新提交"),

            // Mini-program codes 小程序码
            row(QRCODE, 41030, RELEASE_PAGE, "小程序里没有这个页面，或者还没有发布"));

    private WechatAnswers() {}

    /** The row for this answer; an unknown code gets one that hands it to an operator. */
    static Row row(WechatCall call, int code) {
        return TABLE.stream()
                .filter(row -> row.code() == code && row.call() == call)
                .findFirst()
                .or(() -> TABLE.stream()
                        .filter(row -> row.code() == code && row.call() == ANY)
                        .findFirst())
                .orElseGet(() -> new Row(call, code, DEAD_LETTER, "微信返回了没有见过的错误码"));
    }

    private static Row row(WechatCall call, int code, Reaction reaction, String meaning) {
        return new Row(call, code, reaction, meaning);
    }
}
