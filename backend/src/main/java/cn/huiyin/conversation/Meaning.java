package cn.huiyin.conversation;

import cn.huiyin.conversation.domain.Intent;
import cn.huiyin.conversation.domain.Intent.Kind;
import cn.huiyin.conversation.domain.Memory;
import cn.huiyin.conversation.domain.Understanding;

/** What is meant, by the means it was said with: a tap means its key, words what they say. */
final class Meaning {

    private Meaning() {}

    static Intent of(Heard heard, Memory memory, Understanding understanding) {
        return switch (heard.means()) {
            case FOLLOW, SCAN -> Intent.of(Kind.WELCOME);
            case MENU -> Intent.of(MenuKey.of(heard.words()).map(MenuKey::kind).orElse(Kind.HELP));
            case PICTURE -> Intent.of(Kind.PICTURE);
            case VOICE -> heard.words().isBlank() ? Intent.of(Kind.MUMBLE) : read(heard, memory, understanding);
            case TEXT -> read(heard, memory, understanding);
            case OTHER -> Intent.of(Kind.UNCLEAR);
        };
    }

    private static Intent read(Heard heard, Memory memory, Understanding understanding) {
        return understanding.read(
                heard.words(), memory.asked(), memory.options().size());
    }
}
