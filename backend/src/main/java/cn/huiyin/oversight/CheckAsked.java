package cn.huiyin.oversight;

import cn.huiyin.oversight.domain.CheckMove;
import cn.huiyin.oversight.domain.Findings;
import cn.huiyin.oversight.domain.Findings.AskedBy;
import cn.huiyin.oversight.domain.Findings.Mark;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A move of a spot check.
 *
 * @param supervisorId who is to check, for ASSIGN; oneself where nobody is named
 * @param note what was found or tried; needed for TRY, and for REPORT where something is wrong
 */
public record CheckAsked(
        @NotNull(message = "请选择要做什么") CheckMove move,
        @Nullable @Size(max = 20, message = "核查人编号过长") String supervisorId,
        @Nullable AskedBy askedBy,
        @Nullable Mark recorded,
        @Nullable Mark followed,
        @Nullable Mark entered,

        @Nullable @Size(max = 1000, message = "说明请不超过1000字") String note) {

    /** What the household said is not written into a log. */
    @Override
    public String toString() {
        return "CheckAsked[" + move + "]";
    }

    @Nullable String words() {
        return note == null || note.isBlank() ? null : note.strip();
    }

    /** Null for every move but REPORT; refuses what is not whole. */
    @Nullable Findings findings() {
        List<Fault> faults = new ArrayList<>();
        if (move == CheckMove.TRY && words() == null) {
            faults.add(new Fault("note", "请写明怎么联系的、为什么没有联系上"));
        }
        if (move == CheckMove.REPORT) {
            if (askedBy == null) {
                faults.add(new Fault("askedBy", "请选择是打电话还是上门"));
            }
            point("recorded", recorded, recorded == Mark.NONE, faults);
            point("followed", followed, false, faults);
            point("entered", entered, entered == Mark.NONE, faults);
        }
        if (faults.isEmpty() && move == CheckMove.REPORT) {
            Findings findings = new Findings(
                    Objects.requireNonNull(askedBy),
                    Objects.requireNonNull(recorded),
                    Objects.requireNonNull(followed),
                    Objects.requireNonNull(entered));
            if (!findings.any() || words() != null) {
                return findings;
            }
            faults.add(new Fault("note", "发现问题时，请写明是什么问题"));
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        return null;
    }

    private static void point(String field, @Nullable Mark mark, boolean none, List<Fault> faults) {
        if (mark == null) {
            faults.add(new Fault(field, "请选择核查结果"));
        } else if (none) {
            faults.add(new Fault(field, "这一项只能选“属实”或“有问题”"));
        }
    }
}
