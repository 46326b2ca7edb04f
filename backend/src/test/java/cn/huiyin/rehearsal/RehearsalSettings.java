package cn.huiyin.rehearsal;

import cn.huiyin.identity.OpenDoor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/** What the service gains when it is rehearsed or tested. */
@Configuration(proxyBeanMethods = false)
class RehearsalSettings {

    @Bean
    RehearsalClock rehearsalClock(DatabaseClient database) {
        return new RehearsalClock(database);
    }

    /** Whoever rehearses needs no login for the clock and the stand-in. */
    @Bean
    OpenDoor rehearsalIsOpenToAll() {
        return new OpenDoor(null, "/rehearsal/**");
    }
}
