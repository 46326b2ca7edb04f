package cn.huiyin.ticket.store;

import cn.huiyin.identity.AccountId;
import cn.huiyin.messaging.Outbox;
import cn.huiyin.safety.CheckState;
import cn.huiyin.safety.Marks;
import cn.huiyin.ticket.domain.Moved;
import cn.huiyin.ticket.domain.Spoken;
import cn.huiyin.ticket.domain.Ticket;
import cn.huiyin.ticket.domain.TicketEvent;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The documents that pass between this program and the statements of PostgreSQL. */
@Component
class TicketJson {

    private final JsonMapper json = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Outbox outbox;

    TicketJson(Outbox outbox) {
        this.outbox = outbox;
    }

    /**
     * What was read in one go.
     *
     * @param reporter the account of today's of whoever reported it, perhaps by phone before they ever logged in
     */
    record Read(
            Instant now,
            TicketRow ticket,
            long reporter,
            @Nullable List<DeadlineRow> deadlines,
            @Nullable List<EventRow> events,
            @Nullable Map<String, CheckState> marks) {}

    /**
     * What is written in one go; straight to its characters, for trees cost as much again.
     *
     * @param notices as the outbox wants them
     */
    record Saving(
            TicketRow ticket,
            EventRow event,
            List<DeadlineRow> deadlines,
            @JsonRawValue String notices,
            List<String> withdrawn,
            List<?> writings,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> attached,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Object repeat) {}

    StoredTicket stored(String document) {
        Read read = json.readValue(document, Read.class);
        List<DeadlineRow> deadlines = read.deadlines() == null ? List.of() : read.deadlines();
        List<EventRow> events = read.events() == null ? List.of() : read.events();
        return new StoredTicket(
                read.ticket().ticket(new AccountId(read.reporter()), deadlines),
                events.stream().map(EventRow::event).toList(),
                read.ticket().suggestion(),
                read.marks() == null ? Marks.NONE : new Marks(read.marks()),
                read.now());
    }

    String text(Object value) {
        return json.writeValueAsString(value);
    }

    JsonNode tree(Object value) {
        return json.valueToTree(value);
    }

    /** The document that {@code ticket_save} takes, and the checks of its words and photos. */
    String saving(Moved moved, @Nullable JsonNode suggestion, List<String> attached, @Nullable Object repeat) {
        Ticket after = moved.after();
        TicketEvent event = moved.event();
        return json.writeValueAsString(new Saving(
                TicketRow.of(after, suggestion),
                EventRow.of(event, after.where().path().street().value()),
                moved.changedDeadlines().stream()
                        .map(deadline -> DeadlineRow.of(after, deadline))
                        .toList(),
                outbox.json(moved.notices()),
                moved.withdrawn(),
                Spoken.writings(moved, attached),
                attached,
                repeat));
    }
}
