package cn.huiyin.ticket;

import cn.huiyin.snapshot.Snapshot;
import cn.huiyin.ticket.domain.DeadlinePolicy;
import cn.huiyin.ticket.store.Policies;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TicketConfiguration {

    @Bean
    Snapshot<DeadlinePolicy> deadlinePolicy(Policies policies) {
        return new Snapshot<>("the deadline policy", policies.newest(), policies.read());
    }
}
