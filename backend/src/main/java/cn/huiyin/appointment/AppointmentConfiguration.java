package cn.huiyin.appointment;

import cn.huiyin.appointment.domain.NeedWords;
import cn.huiyin.appointment.domain.Services;
import cn.huiyin.appointment.store.ServiceRows;
import cn.huiyin.snapshot.Snapshot;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AppointmentConfiguration {

    @Bean
    Snapshot<Services> visitServices(ServiceRows rows) {
        return new Snapshot<>("the services that can be booked", rows.version(), rows.read());
    }

    @Bean
    NeedWords needWords() {
        return NeedWords.read();
    }
}
