package cn.huiyin.care;

import cn.huiyin.calendar.WorkingCalendar;
import cn.huiyin.care.domain.Care;
import cn.huiyin.care.domain.What;
import cn.huiyin.community.PlacePath;
import cn.huiyin.identity.AccountId;
import cn.huiyin.messaging.Notice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is promised with each step of a care. */
@Component
class CareNotices {

    private final CareSettings settings;

    CareNotices(CareSettings settings) {
        this.settings = settings;
    }

    /** The specialist and everybody in the home hear of each other; the plan or review falls due. */
    List<Notice> assigned(Care care, What what, AccountId specialist, List<AccountId> home, LocalDate due) {
        List<Notice> notices = new ArrayList<>(what == What.ASSIGNED ? dueAgain(care, due) : List.of());
        notices.add(notice(care, "CARE_ASSIGNED", "assigned", specialist, null, due));
        home.forEach(resident -> notices.add(notice(care, "CARE_SPECIALIST", "told/" + resident, resident, null, due)));
        return notices;
    }

    /** A reminder before the day for the specialist, and one after it for the dispatcher; both are looked at again by then. */
    List<Notice> dueAgain(Care care, LocalDate due) {
        return List.of(
                notice(care, "CARE_REVIEW_DUE", "due", null, at(due.minusDays(settings.remindDays())), due),
                notice(care, "CARE_REVIEW_OVERDUE", "overdue", null, at(due.plusDays(1)), due));
    }

    private Instant at(LocalDate day) {
        return day.atTime(settings.at()).atZone(WorkingCalendar.ZONE).toInstant();
    }

    private static Notice notice(
            Care care,
            String occasion,
            String key,
            @Nullable AccountId recipient,
            @Nullable Instant notBefore,
            LocalDate due) {
        int version = care.version() + 1;
        return new Notice(
                occasion,
                "care/%s/v%d/%s".formatted(care.household(), version, key),
                new PlacePath(care.path()).street().value(),
                CareSubject.KIND,
                care.household(),
                recipient,
                notBefore,
                Map.of("v", Integer.toString(version), "day", due.toString()));
    }
}
