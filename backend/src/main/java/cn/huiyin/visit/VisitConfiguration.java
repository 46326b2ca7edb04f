package cn.huiyin.visit;

import cn.huiyin.snapshot.Snapshot;
import cn.huiyin.visit.domain.NeedWords;
import cn.huiyin.visit.domain.Services;
import cn.huiyin.visit.store.ServiceRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class VisitConfiguration {

    @Bean
    Snapshot<Services> visitServices(ServiceRows rows) {
        return new Snapshot<>("the services that can be booked", rows.version(), rows.read());
    }

    @Bean
    NeedWords needWords() {
        return NeedWords.read();
    }
}
