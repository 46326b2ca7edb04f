package cn.huiyin.ticket.domain;

import cn.huiyin.audit.HashChain;
import cn.huiyin.identity.AccountId;
import cn.huiyin.ticket.TicketNo;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One line of a ticket's timeline: who, when, what, why. Each carries the hash of the one before, so that a line changed,
 * lost or moved is found. The words enter the chain by their digest, so that erasing them later leaves it whole.
 *
 * @param seq 1 for the filing, then without gaps
 * @param by who did it; {@code as} what they are to the ticket
 * @param facts what else belongs to the move, by name: unit, category, days …
 * @param previousHash of the event before, or of {@link #GENESIS}
 */
public record TicketEvent(
        TicketNo no,
        int seq,
        Instant at,
        AccountId by,
        String byName,
        Part as,
        Move move,
        @Nullable Stage from,
        Stage to,
        @Nullable String note,
        TreeMap<String, String> facts,
        String noteDigest,
        String previousHash,
        String hash) {

    /** The hash before the first: 64 zeros. */
    public static final String GENESIS = "0".repeat(64);

    static TicketEvent of(
            Chain chain,
            Instant at,
            Actor by,
            Part as,
            Move move,
            @Nullable Stage from,
            Stage to,
            @Nullable String note,
            TreeMap<String, String> facts) {
        TicketEvent open = new TicketEvent(
                chain.no(),
                chain.length() + 1,
                at,
                by.id(),
                by.name(),
                as,
                move,
                from,
                to,
                note,
                facts,
                digest(note),
                chain.head(),
                "");
        return open.sealed();
    }

    /** Where a ticket's timeline has got to. */
    public record Chain(TicketNo no, int length, String head) {

        public static Chain start(TicketNo no) {
            return new Chain(no, 0, GENESIS);
        }

        Chain plus(TicketEvent event) {
            return new Chain(no, event.seq(), event.hash());
        }
    }

    /** The words are those that were digested (or erased since), and the line hangs on the one before. */
    public boolean isSound() {
        return (note == null || digest(note).equals(noteDigest)) && hash.equals(sealed().hash());
    }

    private TicketEvent sealed() {
        List<String> fields = new ArrayList<>(List.of(
                no.value(),
                Integer.toString(seq),
                at.toString(),
                by.toString(),
                byName,
                as.name(),
                move.name(),
                from == null ? "" : from.name(),
                to.name(),
                noteDigest));
        facts.forEach((name, value) -> {
            fields.add(name);
            fields.add(value);
        });
        String next = HashChain.next(previousHash, fields);
        return new TicketEvent(
                no, seq, at, by, byName, as, move, from, to, note, facts, noteDigest, previousHash, next);
    }

    static String digest(@Nullable String note) {
        try {
            byte[] words = (note == null ? "" : note).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(words));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
