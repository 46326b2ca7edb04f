package cn.huiyin.conversation.answering;

import cn.huiyin.conversation.domain.Intent.Kind;
import cn.huiyin.conversation.domain.Question;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** 预约: leads to the mini-program's page; nothing can be booked by talking yet. */
@Component
class Booking implements Deed {

    private final Links links;

    Booking(Links links) {
        this.links = links;
    }

    @Override
    public boolean takes(Kind kind, Question asked) {
        return kind == Kind.BOOK;
    }

    @Override
    public Mono<Reply> answer(Talk talk) {
        return Mono.just(talk.says(
                "预约上门，现在还不能在这里办，要到小程序里选时间。\n" + links.to(links.pages().booking(), "点这里去预约") + "\n不方便的话回复“人工”，请网格员帮您约。",
                talk.memory().withoutQuestion()));
    }
}
