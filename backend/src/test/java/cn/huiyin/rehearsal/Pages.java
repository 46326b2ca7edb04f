package cn.huiyin.rehearsal;

import cn.huiyin.contract.Contract;
import cn.huiyin.identity.OpenDoor;
import java.io.IOException;
import java.net.URI;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * What the rehearsal shows in a browser: the client as it lies in {@code miniapp-api-docs/client/src}, for pages that
 * use it as plain modules, and under {@code /docs} the documentation site as it lies in {@code miniapp-api-docs/site}.
 * The site is drawn in the browser, so that neither needs Node; its one library comes as a WebJar.
 */
@Configuration(proxyBeanMethods = false)
class Pages implements WebFluxConfigurer {

    private static final String MARKED = "classpath*:META-INF/resources/webjars/marked/*/lib/marked.esm.js";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/client/**")
                .addResourceLocations("classpath:/pages/client/")
                .setCacheControl(CacheControl.noCache());
        registry.addResourceHandler("/docs/**")
                .addResourceLocations("classpath:/pages/docs/")
                .setCacheControl(CacheControl.noCache());
    }

    @Bean
    OpenDoor theClientIsOpenToAll() {
        return new OpenDoor(HttpMethod.GET, "/client/**");
    }

    @Bean
    OpenDoor theDocumentationIsOpenToAll() {
        return new OpenDoor(HttpMethod.GET, "/docs/**");
    }

    /** What the site needs beyond its own files. */
    @Bean
    RouterFunction<ServerResponse> documentation() throws IOException {
        Resource page = new PathMatchingResourcePatternResolver().getResource("classpath:/pages/docs/index.html");
        Resource marked = new PathMatchingResourcePatternResolver().getResources(MARKED)[0];
        String contract = Contract.read().document().toString();
        return RouterFunctions.route()
                .GET("/docs", request -> ServerResponse.permanentRedirect(URI.create("/docs/"))
                        .build())
                .GET("/docs/", request -> ServerResponse.ok()
                        .contentType(MediaType.TEXT_HTML)
                        .bodyValue(page))
                .GET("/docs/lib/marked.esm.js", request -> ServerResponse.ok()
                        .contentType(new MediaType("text", "javascript"))
                        .bodyValue(marked))
                .GET("/docs/openapi.json", request -> ServerResponse.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(contract))
                .build();
    }
}
