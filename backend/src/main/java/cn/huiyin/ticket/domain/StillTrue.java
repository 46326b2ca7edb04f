package cn.huiyin.ticket.domain;

import java.util.Map;
import java.util.Optional;

/** Whether a message about a ticket is still true when it is about to leave. */
public final class StillTrue {

    private StillTrue() {}

    /** Why it is no longer true; empty if it still is. */
    public static Optional<String> notBecause(Ticket ticket, String occasion, Map<String, String> facts) {
        if (facts.containsKey("rule")) {
            return deadline(ticket, facts);
        }
        return switch (occasion) {
            case "CALLBACK_ASK", "CALLBACK_REMIND", "CALLBACK_VISIT" -> callback(ticket, facts);
            case "TICKET_REPLIED" -> sameRound(ticket, facts);
            case "TICKET_DISPATCHED", "TICKET_ASSIGNED", "TICKET_ESCALATED" -> stillWith(ticket, facts);
            case "TICKET_ARRIVED" -> unless(ticket.stage() != Stage.SUBMITTED, "已分类");
            case "TICKET_NUDGED", "TICKET_SUPPLEMENTED", "TICKET_SUPERVISED", "TICKET_CO_HANDLE", "TICKET_RETURNED" ->
                unless(!ticket.stage().isOpen(), "已办结");
            default -> Optional.empty();
        };
    }

    private static Optional<String> deadline(Ticket ticket, Map<String, String> facts) {
        int round = Integer.parseInt(facts.getOrDefault("round", "0"));
        int version = Integer.parseInt(facts.getOrDefault("version", "0"));
        boolean stands = ticket.deadlines()
                .find(facts.getOrDefault("rule", ""), round)
                .filter(deadline -> deadline.isRunning() && deadline.pausedSince() == null)
                .filter(deadline -> deadline.version() == version)
                .isPresent();
        return unless(!stands, "时限已有变化");
    }

    private static Optional<String> callback(Ticket ticket, Map<String, String> facts) {
        return ticket.progress().rated() ? Optional.of("已评价") : sameRound(ticket, facts);
    }

    private static Optional<String> sameRound(Ticket ticket, Map<String, String> facts) {
        boolean same = Integer.toString(ticket.progress().round()).equals(facts.get("round"));
        return unless(!same || ticket.stage().isOpen(), "已重新办理");
    }

    private static Optional<String> stillWith(Ticket ticket, Map<String, String> facts) {
        String unit = facts.get("unit");
        boolean there = ticket.responsibility().holder() != null
                && ticket.responsibility().holder().value().equals(unit);
        return unless(!there || !ticket.stage().isOpen(), "已转往别处或已办结");
    }

    private static Optional<String> unless(boolean gone, String why) {
        return gone ? Optional.of(why) : Optional.empty();
    }
}
