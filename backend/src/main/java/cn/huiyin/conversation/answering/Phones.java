package cn.huiyin.conversation.answering;

import cn.huiyin.conversation.ConversationSettings;
import cn.huiyin.identity.Home;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whom one can call. */
@Component
class Phones {

    private final ConversationSettings settings;

    Phones(ConversationSettings settings) {
        this.settings = settings;
    }

    /** The number of the community somebody lives in, else the one for all; a sentence, or nothing where none is set. */
    String sentence(Optional<Home> home) {
        return home.flatMap(this::ofCommunity)
                .or(() -> Optional.ofNullable(settings.phone()).filter(phone -> !phone.isBlank()))
                .map("着急的话，直接打社区电话%s。\n"::formatted)
                .orElse("");
    }

    private Optional<String> ofCommunity(Home home) {
        return Arrays.stream(home.path().value().split("/", -1))
                .filter(settings.phones()::containsKey)
                .map(settings.phones()::get)
                .findFirst();
    }
}
