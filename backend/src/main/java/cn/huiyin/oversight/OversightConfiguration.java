package cn.huiyin.oversight;

import cn.huiyin.identity.OpenDoor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OversightSettings.class)
class OversightConfiguration {

    /** Anybody may draw again. */
    @Bean
    OpenDoor spotDrawsDoor() {
        return new OpenDoor(HttpMethod.GET, "/api/v1/spot-draws/**");
    }
}
