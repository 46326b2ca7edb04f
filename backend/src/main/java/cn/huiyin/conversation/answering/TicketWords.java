package cn.huiyin.conversation.answering;

import cn.huiyin.conversation.domain.Plainly;
import cn.huiyin.ticket.OwnTicket;
import cn.huiyin.ticket.OwnTicket.Promise;
import cn.huiyin.ticket.OwnTicket.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How tickets are spoken of. */
final class TicketWords {

    private static final int LONGEST_ANSWER = 120;
    private static final int LONGEST_MATTER = 30;

    /** Stages as people say them; what is missing here is said by its own name. */
    private static final Map<String, String> STAGES = Map.of(
            "已提交", "已经收到，正在安排人来办",
            "已分类", "已经看过，正在找人来办",
            "已转办", "已经交给下面的单位",
            "跟进中", "正在办",
            "已回复", "已经答复您了",
            "已归档", "已经办完",
            "已撤回", "已经撤回");

    private TicketWords() {}

    static String matter(OwnTicket ticket) {
        return "“" + Plainly.quote(ticket.description(), LONGEST_MATTER) + "”";
    }

    /** Stage, who has it, due when. */
    static String progress(OwnTicket ticket, Instant now) {
        StringBuilder words = new StringBuilder(matter(ticket))
                .append("\n编号：")
                .append(ticket.no())
                .append("\n现在：")
                .append(STAGES.getOrDefault(ticket.stage(), ticket.stage()))
                .append("\n谁在办：")
                .append(who(ticket));
        String due = due(ticket, now);
        if (due != null) {
            words.append("\n时间：").append(due);
        }
        if (ticket.answer() != null && !ticket.answer().isBlank()) {
            words.append("\n答复：").append(answer(ticket));
        }
        return words.toString();
    }

    static String answer(OwnTicket ticket) {
        return ticket.answer() == null ? "" : Plainly.quote(ticket.answer(), LONGEST_ANSWER);
    }

    private static String who(OwnTicket ticket) {
        if (ticket.unit() == null) {
            return ticket.standing() == Standing.OPEN ? "社区正在安排" : "社区";
        }
        return ticket.person() == null ? ticket.unit() : ticket.unit() + " " + ticket.person();
    }

    private static @Nullable String due(OwnTicket ticket, Instant now) {
        Promise next = ticket.next();
        if (next == null || ticket.standing() != Standing.OPEN) {
            return null;
        }
        String time = Plainly.when(next.dueAt(), now);
        if (next.paused()) {
            return "在等补充情况，时间先停着";
        }
        return next.late()
                ? "本该%s%s，已经晚了，我们在催".formatted(time, deed(next.kind()))
                : "最晚%s%s".formatted(time, deed(next.kind()));
    }

    /** What a deadline promises, as somebody is told it. */
    private static String deed(String kind) {
        return switch (kind) {
            case "确认接收" -> "告诉您由谁来办";
            case "首次答复" -> "给您答复";
            case "紧急处置" -> "处理好";
            case "协调启动" -> "动手办";
            case "明确进度" -> "告诉您进展";
            case "每月跟进" -> "再告诉您进展";
            case "整改" -> "重新办好";
            default -> "办" + kind;
        };
    }

    /** Numbered, one a line. */
    static String list(List<OwnTicket> tickets) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < tickets.size(); i++) {
            OwnTicket ticket = tickets.get(i);
            lines.append(i + 1)
                    .append(". ")
                    .append(Plainly.quote(ticket.matter(), 20))
                    .append("（")
                    .append(stage(ticket))
                    .append("）\n");
        }
        return lines.toString();
    }

    private static String stage(OwnTicket ticket) {
        return ticket.standing() == Standing.OPEN ? "在办" : ticket.standing() == Standing.ANSWERED ? "已答复" : "办完";
    }
}
