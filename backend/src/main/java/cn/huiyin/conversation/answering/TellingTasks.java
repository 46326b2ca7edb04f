package cn.huiyin.conversation.answering;

import cn.huiyin.conversation.domain.Intent.Kind;
import cn.huiyin.conversation.domain.Plainly;
import cn.huiyin.conversation.domain.Question;
import cn.huiyin.ticket.OwnTickets.Due;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** 我的待办: what staff have to do, and what falls due on their desk. */
@Component
class TellingTasks implements Deed {

    private static final Duration SOON = Duration.ofDays(2);
    private static final int SHOWN = 5;
    private static final int MOST_COUNTED = 100;
    private static final int LONGEST = 40;

    private final Doors doors;
    private final Links links;

    TellingTasks(Doors doors, Links links) {
        this.doors = doors;
        this.links = links;
    }

    @Override
    public boolean takes(Kind kind, Question asked) {
        return kind == Kind.TASKS;
    }

    @Override
    public Mono<Reply> answer(Talk talk) {
        if (!talk.caller().isStaff()) {
            return Mono.just(talk.says("您报的事，发“查进度”就能看到。要反映新的事，直接说是什么事。"));
        }
        return Mono.zip(doors.tasks(talk), doors.dueSoon(talk, SOON))
                .map(both -> talk.says(
                        tasks(both.getT1())
                                + due(talk, both.getT2())
                                + links.to(links.pages().desk(), "点这里去办理"),
                        talk.memory().withoutQuestion()));
    }

    private static String tasks(List<String> tasks) {
        StringBuilder lines =
                new StringBuilder(tasks.isEmpty() ? "没有等您办的任务。\n" : "等您办的任务%s：\n".formatted(count(tasks.size())));
        for (int i = 0; i < Math.min(SHOWN, tasks.size()); i++) {
            lines.append(i + 1)
                    .append(". ")
                    .append(Plainly.quote(tasks.get(i), LONGEST))
                    .append('\n');
        }
        return lines.toString();
    }

    private static String due(Talk talk, List<Due> due) {
        long late = due.stream().filter(Due::late).count();
        StringBuilder lines = new StringBuilder(
                due.isEmpty()
                        ? "两天内没有要到期的诉求。\n"
                        : "两天内到期的%s%s：\n".formatted(count(due.size()), late == 0 ? "" : "，其中已超时%d件".formatted(late)));
        for (int i = 0; i < Math.min(SHOWN, due.size()); i++) {
            Due one = due.get(i);
            lines.append("%d. %s，%s%s%s\n"
                    .formatted(
                            i + 1,
                            Plainly.quote(one.matter(), 15),
                            one.kind(),
                            Plainly.when(one.dueAt(), talk.now()),
                            one.late() ? "（已超时）" : ""));
        }
        return lines.toString();
    }

    private static String count(int found) {
        return found >= MOST_COUNTED ? "有%d多件".formatted(MOST_COUNTED) : "有%d件".formatted(found);
    }
}
