package cn.huiyin.ticket.store;

import cn.huiyin.safety.Marks;
import cn.huiyin.ticket.domain.Ticket;
import cn.huiyin.ticket.domain.TicketEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A ticket as it was read.
 *
 * @param events its timeline; empty where it was not asked for
 * @param marks which of its words and photos are not free for all
 * @param now the clock of the database at that moment
 */
public record StoredTicket(
        Ticket ticket, List<TicketEvent> events, @Nullable JsonNode suggestion, Marks marks, Instant now) {}
