package cn.huiyin.conversation.answering;

import cn.huiyin.conversation.domain.Intent;
import cn.huiyin.conversation.domain.Intent.Kind;
import cn.huiyin.conversation.domain.Understanding;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Answers those whom we do not know yet: how to become known, whom to call. Nothing is looked up for them. */
@Component
public class Strangers {

    private final Links links;
    private final Phones phones;
    private final Understanding understanding;

    Strangers(Links links, Phones phones, Understanding understanding) {
        this.links = links;
        this.phones = phones;
        this.understanding = understanding;
    }

    public String answer(Intent intent, String words) {
        String danger =
                understanding.danger(words).map("有危险请先离开，马上打%s！\n"::formatted).orElse("");
        return danger + opening(intent.kind()) + howToBind();
    }

    private String opening(Kind kind) {
        return switch (kind) {
            case WELCOME -> "您好，欢迎关注！反映事情、查进度、评价、预约，都可以在这里跟我说。\n";
            case GREETING -> "您好！\n";
            case THANKS -> "不客气。\n";
            case HUMAN -> {
                String phone = phones.sentence(Optional.empty());
                yield phone.isEmpty() ? "想找人，要先让我知道您是谁、住哪里，才好请网格员联系您。\n" : phone + "要请网格员联系您，得先让我知道您是谁。\n";
            }
            default -> "";
        };
    }

    private String howToBind() {
        return "我还不认得您，没法替您查、替您报。请先" + links.to(links.pages().home(), "点这里打开小程序") + "，登录一次就行。\n登录好了回到这里，再把话发给我。";
    }
}
