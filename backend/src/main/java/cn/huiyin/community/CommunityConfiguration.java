package cn.huiyin.community;

import cn.huiyin.snapshot.Snapshot;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CommunityConfiguration {

    @Bean
    Snapshot<Atlas> atlas(AtlasStore store) {
        return new Snapshot<>("the atlas of places and units", store.version(), store.read());
    }
}
