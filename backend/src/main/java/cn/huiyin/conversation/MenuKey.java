package cn.huiyin.conversation;

import cn.huiyin.conversation.domain.Intent.Kind;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a tap on the official account's menu means. The menu itself is {@code conversation/menu.json}; its keys are these
 * names.
 */
public enum MenuKey {
    PROGRESS(Kind.PROGRESS),
    RATE(Kind.RATE),
    REPORT(Kind.REPORT),
    BOOK(Kind.BOOK),
    TASKS(Kind.TASKS),
    HUMAN(Kind.HUMAN),
    HELP(Kind.HELP);

    private final Kind kind;

    MenuKey(Kind kind) {
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    /** Empty for the key of a menu that is not ours, or no longer. */
    static Optional<MenuKey> of(String key) {
        return Arrays.stream(values()).filter(known -> known.name().equals(key)).findFirst();
    }
}
