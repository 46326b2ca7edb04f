package cn.huiyin.programme;

import cn.huiyin.programme.domain.CampaignRules;
import cn.huiyin.programme.domain.Qualifications;
import cn.huiyin.programme.store.VisitPolicies;
import cn.huiyin.programme.store.VisitPolicies.Kept;
import cn.huiyin.snapshot.Snapshot;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProgrammeConfiguration {

    @Bean
    Snapshot<Map<String, Kept>> policiesOfVisits(VisitPolicies policies) {
        return new Snapshot<>("how often homes are visited", policies.editions(), policies.read());
    }

    @Bean
    CampaignRules campaignRules() {
        return CampaignRules.builtIn();
    }

    @Bean
    Qualifications qualifications() {
        return Qualifications.builtIn();
    }
}
