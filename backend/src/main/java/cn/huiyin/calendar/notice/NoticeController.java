package cn.huiyin.calendar.notice;

import cn.huiyin.calendar.Calendars;
import cn.huiyin.idempotency.Answer;
import cn.huiyin.idempotency.Repeat;
import cn.huiyin.identity.Caller;
import cn.huiyin.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The calendar for all who are logged in; its notices from the admins. */
@RestController
@RequestMapping("/api/v1/calendar")
class NoticeController {

    private final Calendars calendars;
    private final NoticeDesk desk;

    NoticeController(Calendars calendars, NoticeDesk desk) {
        this.calendars = calendars;
        this.desk = desk;
    }

    @GetMapping("/{year:\\d{4}}")
    CalendarYear year(@PathVariable int year) {
        if (year < NoticeCheck.FIRST_YEAR || year > NoticeCheck.LAST_YEAR) {
            throw Refusal.unknown(
                    "CALENDAR_YEAR_UNKNOWN", "只能查询" + NoticeCheck.FIRST_YEAR + "至" + NoticeCheck.LAST_YEAR + "年的工作日安排");
        }
        return CalendarYear.of(year, calendars.current());
    }

    @PostMapping(path = "/notices", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> take(
            @RequestBody NoticeForm form,
            @RequestHeader(name = Repeat.HEADER, required = false) @Nullable String key,
            Caller caller) {
        requireAdmin(caller);
        Repeat repeat = Repeat.of(caller.id().value(), key, "POST /api/v1/calendar/notices", form);
        return desk.take(NoticeCheck.accept(form), repeat).map(Answer::toResponse);
    }

    /** The same as a table, with the year and the source in the query. */
    @PostMapping(path = "/notices", consumes = "text/csv")
    Mono<ResponseEntity<String>> take(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable String source,
            @RequestBody String csv,
            @RequestHeader(name = Repeat.HEADER, required = false) @Nullable String key,
            Caller caller) {
        return take(new NoticeForm(year, source, NoticeCsv.days(csv)), key, caller);
    }

    private static void requireAdmin(Caller caller) {
        if (!caller.isChief()) {
            throw Refusal.notYours("ADMIN_ONLY", "只有街道管理员可以导入放假通知");
        }
    }
}
