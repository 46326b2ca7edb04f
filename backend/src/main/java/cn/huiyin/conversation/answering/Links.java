package cn.huiyin.conversation.answering;

import cn.huiyin.conversation.ConversationSettings;
import cn.huiyin.conversation.ConversationSettings.Pages;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Links into the mini-program, as official accounts may send them in a text. */
@Component
class Links {

    private final String appId;
    private final Pages pages;

    Links(@Value("${huiyin.wechat.miniapp.app-id:}") String appId, ConversationSettings settings) {
        this.appId = appId.strip();
        this.pages = settings.pages();
    }

    Pages pages() {
        return pages;
    }

    /** The words as a link; the words alone where there is no mini-program to lead to. */
    String to(String page, String words) {
        return appId.isEmpty()
                ? words
                : "<a data-miniprogram-appid=\"%s\" data-miniprogram-path=\"%s\" href=\"https://weixin.qq.com\">%s</a>"
                        .formatted(appId, page, words);
    }
}
