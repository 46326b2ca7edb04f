package cn.huiyin.conversation.answering;

import cn.huiyin.conversation.domain.Intent.Kind;
import cn.huiyin.conversation.domain.Question;
import reactor.core.publisher.Mono;

/**
 * One thing the bot does. A new one is a class; the program does not start where two want the same words after the same
 * question.
 */
interface Deed {

    /** Whether it answers this, said after that question. */
    boolean takes(Kind kind, Question asked);

    Mono<Reply> answer(Talk talk);
}
