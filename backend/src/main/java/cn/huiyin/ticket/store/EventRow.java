package cn.huiyin.ticket.store;

import cn.huiyin.identity.AccountId;
import cn.huiyin.ticket.TicketNo;
import cn.huiyin.ticket.domain.Move;
import cn.huiyin.ticket.domain.Part;
import cn.huiyin.ticket.domain.Stage;
import cn.huiyin.ticket.domain.TicketEvent;
import java.time.Instant;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A row of table {@code ticket_event}, column by column. */
record EventRow(
        String no,
        int seq,
        String street,
        Instant at,
        long by,
        String byName,
        Part asPart,
        Move move,
        @Nullable Stage fromStage,
        Stage toStage,
        @Nullable String note,
        TreeMap<String, String> facts,
        String noteDigest,
        String previousHash,
        String hash) {

    static EventRow of(TicketEvent event, String street) {
        return new EventRow(
                event.no().value(),
                event.seq(),
                street,
                event.at(),
                event.by().value(),
                event.byName(),
                event.as(),
                event.move(),
                event.from(),
                event.to(),
                event.note(),
                event.facts(),
                event.noteDigest(),
                event.previousHash(),
                event.hash());
    }

    TicketEvent event() {
        return new TicketEvent(
                new TicketNo(no),
                seq,
                at,
                new AccountId(by),
                byName,
                asPart,
                move,
                fromStage,
                toStage,
                note,
                facts,
                noteDigest,
                previousHash,
                hash);
    }
}
