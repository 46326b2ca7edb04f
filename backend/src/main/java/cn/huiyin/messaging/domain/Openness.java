package cn.huiyin.messaging.domain;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Whether a channel is open to a person, for a message. */
public final class Openness {

    /** The person does not want this channel. */
    public static final String LEFT_OUT = "LEFT_OUT";

    /** This kind of message has nothing to say by this channel. */
    private static final String NO_LETTER = "NO_LETTER";

    private static final String SUBSCRIBE = "SUBSCRIBE";
    private static final String TEMPLATE = "TEMPLATE";
    private static final String CUSTOMER_SERVICE = "CUSTOMER_SERVICE";
    private static final String EMPLOYEE = "EMPLOYEE";

    /** By these channels the mini-program's openid is written to, by the others the official account's. */
    private static final Set<String> OF_THE_MINIAPP = Set.of(SUBSCRIBE, EMPLOYEE);

    private static final Map<String, String> WHY_OPEN = Map.of(
            SUBSCRIBE, "本人同意接收微信提醒，还有次数",
            TEMPLATE, "本人关注了公众号",
            CUSTOMER_SERVICE, "本人刚给公众号发过消息，可以直接回话",
            EMPLOYEE, "本人绑定了用工消息");

    private final Set<String> channels;
    private final Function<Template, Optional<String>> templateIds;
    private final UnaryOperator<String> words;

    /**
     * @param channels those that there are here
     * @param templateIds the platform's id of a template, where it is set
     * @param words people's words for ours
     */
    public Openness(
            Set<String> channels, Function<Template, Optional<String>> templateIds, UnaryOperator<String> words) {
        this.channels = Set.copyOf(channels);
        this.templateIds = templateIds;
        this.words = words;
    }

    /** Why it is closed, as a word; empty where it is open. */
    Optional<String> closed(Entry entry, Known known, String channel, int reserve) {
        var letter = entry.letter(channel);
        if (!channels.contains(channel)) {
            return Optional.of("NO_CHANNEL");
        }
        if (letter.isEmpty() && !channel.equals(CUSTOMER_SERVICE)) {
            return Optional.of(NO_LETTER);
        }
        var id = letter.flatMap(of -> templateIds.apply(of.template()));
        if (letter.isPresent() && id.isEmpty()) {
            return Optional.of("NO_TEMPLATE");
        }
        if (id.isPresent() && known.stopped().contains(id.get())) {
            return Optional.of("TEMPLATE_STOPPED");
        }
        if (address(known, channel).isEmpty()) {
            return Optional.of(known.miniappOpenid() == null ? "NO_ADDRESS" : "NOT_FOLLOWER");
        }
        return switch (channel) {
            case SUBSCRIBE -> unless(id.filter(known.granted()::contains).isPresent(), "NO_GRANT");
            case CUSTOMER_SERVICE -> unless(known.answersLeft() > reserve, "NO_WINDOW");
            case EMPLOYEE -> unless(known.employee(), "NOT_BOUND");
            default -> Optional.empty();
        };
    }

    Way way(Entry entry, Known known, String channel) {
        var letter = entry.letter(channel);
        return new Way(
                channel,
                address(known, channel).orElseThrow(),
                letter.flatMap(of -> templateIds.apply(of.template())).orElse(""),
                letter.orElse(null));
    }

    Optional<String> address(Known known, String channel) {
        return Optional.ofNullable(OF_THE_MINIAPP.contains(channel) ? known.miniappOpenid() : known.mpOpenid());
    }

    String why(String channel) {
        return WHY_OPEN.getOrDefault(channel, channel);
    }

    String word(String closed) {
        return words.apply(closed);
    }

    /** What a human who has to help should know; that a kind of message has no such letter helps nobody. */
    static boolean isWorthTelling(String closed) {
        return !closed.equals(NO_LETTER) && !closed.equals("NOT_BOUND") && !closed.equals("NO_WINDOW");
    }

    private static Optional<String> unless(boolean open, String closed) {
        return open ? Optional.empty() : Optional.of(closed);
    }
}
