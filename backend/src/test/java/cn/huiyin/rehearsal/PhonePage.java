package cn.huiyin.rehearsal;

import cn.huiyin.identity.OpenDoor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/** Two phones and the clock in the browser, at {@code /}: plain files, made without a build. */
@RestController
class PhonePage {

    /** Only what comes from here runs; photos may also lie in the browser's own memory. */
    private static final String CONTENT_SECURITY = "default-src 'self'; img-src 'self' blob:; object-src 'none';"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<Resource> show() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .header("Content-Security-Policy", CONTENT_SECURITY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .body(new ClassPathResource("phone/index.html"));
    }

    @Configuration(proxyBeanMethods = false)
    static class Files implements WebFluxConfigurer {

        @Override
        public void addResourceHandlers(ResourceHandlerRegistry registry) {
            registry.addResourceHandler("/phone/**")
                    .addResourceLocations("classpath:/phone/")
                    .setCacheControl(CacheControl.noCache());
        }

        @Bean
        OpenDoor thePageIsOpenToAll() {
            return new OpenDoor(HttpMethod.GET, "/");
        }

        @Bean
        OpenDoor itsFilesAreOpenToAll() {
            return new OpenDoor(HttpMethod.GET, "/phone/**");
        }
    }
}
