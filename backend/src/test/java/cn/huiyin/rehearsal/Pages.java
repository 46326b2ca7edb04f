package cn.huiyin.rehearsal;

import cn.huiyin.identity.OpenDoor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/**
 * What the rehearsal shows in a browser: the client as it lies in {@code miniapp-api-docs/client/src}, for pages that
 * use it as plain modules.
 */
@Configuration(proxyBeanMethods = false)
class Pages implements WebFluxConfigurer {

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/client/**")
                .addResourceLocations("classpath:/pages/client/")
                .setCacheControl(CacheControl.noCache());
    }

    @Bean
    OpenDoor theClientIsOpenToAll() {
        return new OpenDoor(HttpMethod.GET, "/client/**");
    }
}
