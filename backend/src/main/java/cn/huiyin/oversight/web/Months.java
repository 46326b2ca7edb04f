package cn.huiyin.oversight.web;

import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import java.time.DateTimeException;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Months as clients write them: 2026-11. */
final class Months {

    private Months() {}

    static @Nullable YearMonth read(String field, @Nullable String written) {
        if (written == null || written.isBlank()) {
            return null;
        }
        try {
            YearMonth month = YearMonth.parse(written.strip());
            if (month.getYear() < 2000 || month.getYear() > 2999) {
                throw wrong(field);
            }
            return month;
        } catch (DateTimeException other) {
            throw wrong(field);
        }
    }

    private static Refusal wrong(String field) {
        return Refusal.invalid(new Fault(field, "月份应写成 2026-11 这样"));
    }
}
