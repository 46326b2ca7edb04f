package cn.huiyin.conversation.answering;

import cn.huiyin.conversation.domain.Intent;
import cn.huiyin.conversation.domain.Memory;
import cn.huiyin.idempotency.Repeat;
import cn.huiyin.identity.Caller;
import java.time.Instant;

/**
 * What somebody we know has just said, and all that is needed to answer it.
 *
 * @param message names the message for ever, in hex
 * @param words as they were said
 * @param spoken by voice, so perhaps misheard
 * @param now by the one clock
 */
public record Talk(
        Caller caller, String message, String words, boolean spoken, Intent intent, Memory memory, Instant now) {

    /** By which a deed that follows from this message is known again. */
    Repeat repeat(String deed, Object content) {
        return Repeat.of(caller.id().value(), "mp-" + message, "conversation/" + deed, content);
    }

    Reply says(String text) {
        return new Reply(text, memory.understood());
    }

    Reply says(String text, Memory next) {
        return new Reply(text, next.understood());
    }
}
