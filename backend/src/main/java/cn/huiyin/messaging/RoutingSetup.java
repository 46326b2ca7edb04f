package cn.huiyin.messaging;

import cn.huiyin.messaging.domain.Catalogue;
import cn.huiyin.messaging.domain.RoutingPolicy;
import cn.huiyin.messaging.domain.RoutingReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the routing policy at the start; a word wrong in it stops the start. */
@Configuration(proxyBeanMethods = false)
class RoutingSetup {

    @Bean
    RoutingPolicy routingPolicy(RoutingSettings settings, Catalogue catalogue) throws IOException {
        return RoutingReader.read(settings.policy().getContentAsString(StandardCharsets.UTF_8), catalogue)
                .with(settings.limits());
    }
}
