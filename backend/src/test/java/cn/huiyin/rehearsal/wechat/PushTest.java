package cn.huiyin.rehearsal.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import cn.binarywang.wx.miniapp.config.impl.WxMaDefaultConfigImpl;
import cn.binarywang.wx.miniapp.util.crypt.WxMaCryptUtils;
import org.junit.jupiter.api.Test;

/** What we push in WeChat's place can be opened by what others use to open WeChat's own. */
class PushTest {

    /** The key, token and answer of WeChat's own example of a reply. */
    @Test
    void itSealsAsWechatsOwnExampleDoes() {
        var app = new App("wxba5fad812f8e6fb9", "-", "AAAAA", "A".repeat(43));

        var sealed = Push.sealed(app, "707722b803182950", "{\"demo_resp\":\"good luck\"}");

        assertThat(sealed)
                .isEqualTo("ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVHm48Y4hyRbtzve1L32tmxSQ==");
        assertThat(Push.signature("AAAAA", "1713424427", "415670741", sealed))
                .isEqualTo("1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1");
    }

    @Test
    void wxJavaOpensIt() {
        var config = new WxMaDefaultConfigImpl();
        config.setAppid(App.MINIAPP.appId());
        config.setToken(App.MINIAPP.token());
        config.setAesKey(App.MINIAPP.encodingAesKey());
        var message = "{\"ToUserName\":\"gh_0\",\"MsgType\":\"event\",\"Event\":\"谢谢😀\"}";

        var push = Push.json(App.MINIAPP, "gh_0", message, "1763740800", "42");

        var encrypt = push.body().replaceAll(".*\"Encrypt\":\"([^\"]+)\".*", "$1");
        assertThat(new WxMaCryptUtils(config).decrypt(encrypt)).isEqualTo(message);
        assertThat(push.query()).contains("encrypt_type=aes", "timestamp=1763740800", "nonce=42", "msg_signature=");
    }
}
