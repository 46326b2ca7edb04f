package cn.huiyin.household;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HouseholdConfiguration {

    @Bean
    HouseholdRules householdRules() {
        return HouseholdRules.builtIn();
    }
}
