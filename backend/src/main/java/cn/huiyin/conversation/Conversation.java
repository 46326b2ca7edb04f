package cn.huiyin.conversation;

import cn.huiyin.conversation.answering.Deeds;
import cn.huiyin.conversation.answering.Reply;
import cn.huiyin.conversation.answering.Strangers;
import cn.huiyin.conversation.answering.Talk;
import cn.huiyin.conversation.domain.Intent;
import cn.huiyin.conversation.domain.Memory;
import cn.huiyin.conversation.domain.Plainly;
import cn.huiyin.conversation.domain.Understanding;
import cn.huiyin.conversation.store.Conversations;
import cn.huiyin.conversation.store.Conversations.Taken;
import cn.huiyin.conversation.store.Conversations.Taken.Answered;
import cn.huiyin.conversation.store.Conversations.Taken.Busy;
import cn.huiyin.conversation.store.Conversations.Taken.Yours;
import cn.huiyin.idempotency.LastingWrite;
import cn.huiyin.identity.Accounts;
import cn.huiyin.identity.Caller;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** The door for whoever hears people: what is to be answered. */
@Component
public class Conversation {

    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);

    private static final String SORRY = "现在有点忙，没能办成，请过一会儿再发一次。着急的话请打社区电话。";
    private static final String WAIT = "您上一句话我还在办，请稍等一下再发。";

    /** Somebody who sends two messages at once waits this long for the first to be answered. */
    private static final Retry ONE_AFTER_ANOTHER =
            Retry.fixedDelay(30, Duration.ofMillis(100)).filter(StillTalking.class::isInstance);

    private final Conversations conversations;
    private final Accounts accounts;
    private final Understanding understanding;
    private final Deeds deeds;
    private final Strangers strangers;
    private final ConversationSettings settings;

    Conversation(
            Conversations conversations,
            Accounts accounts,
            Understanding understanding,
            Deeds deeds,
            Strangers strangers,
            ConversationSettings settings) {
        this.conversations = conversations;
        this.accounts = accounts;
        this.understanding = understanding;
        this.deeds = deeds;
        this.strangers = strangers;
        this.settings = settings;
    }

    /**
     * The answer in plain text, at most 600 characters. The same message again has no second effect and gets the same
     * answer. Once begun it goes on to its end though nobody waits; it does not fail, but says so where something is away.
     */
    public Mono<String> hear(Heard heard) {
        Named message = Named.of(heard);
        return begin(message)
                .flatMap(taken -> taken instanceof Yours yours
                        ? answer(heard, message, yours)
                        : Mono.just(((Answered) taken).answer()))
                .as(LastingWrite::of)
                .onErrorResume(StillTalking.class, still -> Mono.just(WAIT))
                .onErrorResume(fault -> Mono.just(sorry(fault)));
    }

    /** Who and what, as they are kept: nobody can read an openid from it. */
    private record Named(String person, String message) {
        static Named of(Heard heard) {
            return new Named(
                    Digest.of(heard.mpOpenid()), Digest.of(heard.messageId()).substring(0, 32));
        }
    }

    private Mono<Taken> begin(Named message) {
        return Mono.defer(() -> conversations.begin(message.person, message.message, settings.lease()))
                .timeout(settings.lookLimit())
                .flatMap(taken -> taken instanceof Busy ? Mono.error(new StillTalking()) : Mono.just(taken))
                .retryWhen(ONE_AFTER_ANOTHER)
                .onErrorMap(error -> error.getCause() instanceof StillTalking, error -> new StillTalking());
    }

    private Mono<String> answer(Heard heard, Named message, Yours yours) {
        return accounts.ofOfficialAccount(heard.mpOpenid())
                .timeout(settings.lookLimit())
                .flatMap(caller -> known(heard, message, yours, caller))
                .switchIfEmpty(Mono.fromSupplier(() -> stranger(heard, yours.now())))
                .flatMap(reply -> keep(message, reply, yours.now()))
                .onErrorResume(fault ->
                        conversations.release(message.person, message.message).then(Mono.error(fault)));
    }

    private Mono<Reply> known(Heard heard, Named message, Yours yours, Caller caller) {
        Memory memory = yours.memory().at(yours.now(), caller.id().value());
        Intent intent = Meaning.of(heard, memory, understanding);
        boolean spoken = heard.means() == Heard.Means.VOICE;
        return deeds.answer(new Talk(caller, message.message, heard.words(), spoken, intent, memory, yours.now()));
    }

    private Reply stranger(Heard heard, Instant now) {
        Memory nothing = Memory.blank(0);
        return new Reply(strangers.answer(Meaning.of(heard, nothing, understanding), heard.words()), nothing);
    }

    private Mono<String> keep(Named message, Reply reply, Instant now) {
        Memory memory = reply.memory();
        return conversations.end(
                message.person,
                message.message,
                Plainly.whole(reply.text()),
                memory,
                memory.forgetAt(now, settings.draftKept()));
    }

    private static String sorry(Throwable fault) {
        LOG.warn("a message could not be answered: {}", fault.toString());
        LOG.debug("why", fault);
        return SORRY;
    }

    /** An earlier message of the same person is still being answered. */
    private static final class StillTalking extends RuntimeException {
        StillTalking() {
            super("still talking", null, false, false);
        }
    }
}
