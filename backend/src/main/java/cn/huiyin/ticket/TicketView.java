package cn.huiyin.ticket;

import cn.huiyin.classification.HandlingKind;
import cn.huiyin.classification.LedgerColour;
import cn.huiyin.classification.Urgency;
import cn.huiyin.safety.CheckState;
import cn.huiyin.ticket.domain.DeadlineKind;
import cn.huiyin.ticket.domain.DeadlineState;
import cn.huiyin.ticket.domain.Filing.Channel;
import cn.huiyin.ticket.domain.Move;
import cn.huiyin.ticket.domain.Part;
import cn.huiyin.ticket.domain.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A ticket as one person may see it; what the contract calls "the ticket".
 *
 * @param check how far the content check of the description has come, where that is to be said
 * @param origin what it was made from, for those whom that concerns
 * @param version goes into the ETag
 * @param moves what this person may do with it now
 */
public record TicketView(
        String no,
        Stage stage,
        String stageName,
        @Nullable String category,
        @Nullable String categoryName,
        Urgency urgency,
        @Nullable HandlingKind handlingKind,
        @Nullable LedgerColour colour,
        String description,
        @Nullable CheckState check,
        PlaceView place,
        List<MediaView> media,
        Channel channel,
        boolean anonymous,
        @Nullable Named reporter,
        @Nullable Named firstReceiver,
        @Nullable HandlerView handler,
        List<Named> coHandlers,
        int handOns,
        boolean supervised,
        int round,
        boolean rated,
        @Nullable String answer,
        Instant filedAt,
        @Nullable OriginView origin,
        List<DeadlineView> deadlines,
        List<EventView> timeline,
        @Nullable JsonNode suggestion,
        List<Move> moves,
        List<Part> parts,
        long version) {

    /** Something with an id and a name. */
    public record Named(String id, String name) {}

    /** The unit that has it now, and the person there who took it up. */
    public record HandlerView(
            String id, String name, @Nullable String person) {}

    /**
     * What it was made from.
     *
     * @param id for staff who may look there; null for others
     * @param on the day that was
     */
    public record OriginView(
            Origin.Kind kind, String kindName, @Nullable String id, LocalDate on) {}

    public record PlaceView(
            String id,
            String name,
            @Nullable String detail,
            @Nullable Double lng,
            @Nullable Double lat) {}

    /** A photo or voice; without an address where it is not for these eyes. */
    public record MediaView(
            String id, @Nullable String url, @Nullable CheckState check) {}

    /**
     * A promise and why it is due when it is.
     *
     * @param why one sentence from the stored facts
     * @param source the document the figure comes from
     */
    public record DeadlineView(
            DeadlineKind kind,
            String kindName,
            Instant dueAt,
            DeadlineState state,
            boolean provisional,
            String why,
            String source,
            String rule,
            int round,
            Instant startedAt,
            int extended,
            List<PauseView> pauses,
            @Nullable Instant metAt,
            int policyVersion,
            int calendarVersion) {}

    /** A pause; {@code to} is null while it lasts. */
    public record PauseView(Instant from, @Nullable Instant to) {}

    public record EventView(
            int seq,
            Instant at,
            String move,
            String moveName,
            String by,
            Part as,
            String asName,
            @Nullable String note,
            @Nullable CheckState check,
            @Nullable Stage from,
            Stage to,
            String hash) {}

    /**
     * Strong: grows with each save, and with each deadline that is missed by the clock alone; other while something is
     * said about a content check.
     */
    public String etag() {
        long missed = deadlines.stream()
                .filter(deadline -> deadline.state() == DeadlineState.MISSED)
                .count();
        String checks = Stream.of(
                        Stream.of(word("d", check)),
                        media.stream().map(shown -> word(shown.id(), shown.check())),
                        timeline.stream().map(event -> word("e" + event.seq(), event.check())))
                .flatMap(Function.identity())
                .collect(Collectors.joining());
        String marked = checks.isEmpty() ? "" : ".%08x".formatted(checks.hashCode());
        return "\"" + version + "." + missed + marked + "\"";
    }

    private static String word(String part, @Nullable CheckState check) {
        return check == null ? "" : part + check;
    }
}
