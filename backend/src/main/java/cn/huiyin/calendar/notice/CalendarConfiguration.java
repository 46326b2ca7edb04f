package cn.huiyin.calendar.notice;

import cn.huiyin.calendar.Calendars;
import cn.huiyin.calendar.WorkingCalendar;
import cn.huiyin.snapshot.Snapshot;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {

    @Bean
    Snapshot<WorkingCalendar> workingCalendar(Notices notices) {
        return new Snapshot<>("the working calendar", notices.version(), notices.edition());
    }

    @Bean
    Calendars calendars(Snapshot<WorkingCalendar> calendar) {
        return calendar::get;
    }
}
