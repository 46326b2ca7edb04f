package cn.huiyin.rehearsal.wechat;

import static cn.huiyin.rehearsal.wechat.WechatRehearsalController.invalid;

import org.jspecify.annotations.Nullable;

/**
 * A grant as it is put in by hand.
 *
 * @param openid the person in the mini-program
 * @param templateId one of the templates of the stand-in
 * @param count how many messages more; one where nothing is said
 */
record GrantWish(
        @Nullable String openid,
        @Nullable String templateId,
        @Nullable Integer count) {

    private static final int MOST = 1000;

    View on(WechatStandIn wechat) {
        if (openid == null || openid.isBlank() || openid.length() > 64) {
            throw invalid("openid", "请填写 openid");
        }
        if (templateId == null || !wechat.knowsTemplate(templateId)) {
            throw invalid("templateId", "微信替身没有这个模板");
        }
        var more = count == null ? 1 : count;
        if (more < 1 || more > MOST) {
            throw invalid("count", "count 写 1 到 1000");
        }
        wechat.grant(openid, templateId, more);
        return new View(openid, templateId, wechat.grantsLeft(openid, templateId));
    }

    /** A grant as it is told. */
    record View(String openid, String templateId, int left) {}
}
