package cn.huiyin.visit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class VisitConfiguration {

    @Bean
    ChecklistShelf checklistShelf() {
        return ChecklistShelf.builtIn();
    }
}
