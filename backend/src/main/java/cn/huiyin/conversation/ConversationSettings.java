package cn.huiyin.conversation;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the bot talks ({@code huiyin.conversation.*}).
 *
 * @param remembered how long an answer is understood by the last question
 * @param draftKept how long a matter that was not handed in is kept
 * @param lookLimit how long one look-up may take
 * @param lease how long one message may be worked on before another node takes it up
 * @param humanEvery how often one person can ask for a human and make a new task
 * @param phone whom to call where the community has no number of its own
 * @param phones a number for each community, by its id
 * @param pages where links lead in the mini-program
 */
@ConfigurationProperties("huiyin.conversation")
public record ConversationSettings(
        @DefaultValue("30m") Duration remembered,
        @DefaultValue("24h") Duration draftKept,
        @DefaultValue("2s") Duration lookLimit,
        @DefaultValue("20s") Duration lease,
        @DefaultValue("4h") Duration humanEvery,
        @Nullable String phone,
        @DefaultValue Map<String, String> phones,
        @DefaultValue Pages pages) {

    /** Pages of the mini-program. */
    public record Pages(
            @DefaultValue("pages/index/index") String home,
            @DefaultValue("pages/ticket/new") String report,
            @DefaultValue("pages/ticket/show?no=") String ticket,
            @DefaultValue("pages/booking/index") String booking,
            @DefaultValue("pages/desk/index") String desk,
            @DefaultValue("pages/me/home") String me) {}
}
