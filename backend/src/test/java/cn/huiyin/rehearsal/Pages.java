package cn.huiyin.rehearsal;

import cn.huiyin.contract.Contract;
import cn.huiyin.identity.OpenDoor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.PathResource;
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
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * What the rehearsal shows in a browser, as it lies in {@code miniapp-api-docs}: under {@code /client} the client, for
 * pages that use it as plain modules; under {@code /docs} the documentation site. The browser draws the site, so that
 * nobody needs Node for it; its one library comes as a WebJar. Who changes a file sees it with the next look.
 */
@Configuration(proxyBeanMethods = false)
class Pages implements WebFluxConfigurer {

    private static final Path DOCS = sources().resolve("miniapp-api-docs");
    private static final String MARKED = "classpath*:META-INF/resources/webjars/marked/*/lib/marked.esm.js";

    /** Beside what the page says of itself in its head: in a frame it could not. */
    private static final String IN_NO_FRAME = "frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private static final MediaType MODULE = new MediaType("text", "javascript");

    /** The rehearsal runs from {@code backend/target/test-classes} of the sources, and from nowhere else. */
    private static Path sources() {
        var classes = Pages.class.getProtectionDomain().getCodeSource().getLocation();
        return Path.of(URI.create(classes.toString())).resolve("../../..").normalize();
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        show(registry, "/client/**", "client/src/");
        show(registry, "/docs/*", "site/");
        show(registry, "/docs/guides/*", "guides/");
    }

    private static void show(ResourceHandlerRegistry registry, String pattern, String folder) {
        registry.addResourceHandler(pattern)
                .addResourceLocations(DOCS.resolve(folder).toUri().toString())
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

    /** What the site needs beyond the files of its own folder. */
    @Bean
    RouterFunction<ServerResponse> documentation() {
        return RouterFunctions.route()
                .GET(
                        "/docs",
                        request -> ServerResponse.permanentRedirect(URI.create("/docs/"))
                                .build())
                .GET("/docs/", request -> shown(MediaType.TEXT_HTML, at("site/index.html")))
                .GET("/docs/guides/messages.md", request -> shown(MediaType.TEXT_MARKDOWN, at("messages.md")))
                .GET("/docs/lib/marked.esm.js", request -> shown(MODULE, marked()))
                .GET(
                        "/docs/openapi.json",
                        request -> shown(
                                MediaType.APPLICATION_JSON,
                                Contract.read().document().toString()))
                .GET(
                        "/docs/examples.json",
                        request -> Mono.fromCallable(Pages::examples)
                                .subscribeOn(Schedulers.boundedElastic())
                                .flatMap(all -> shown(MediaType.APPLICATION_JSON, all)))
                .build();
    }

    /** What tests have really sent and received, by the name of the call. */
    private static String examples() throws IOException {
        try (var files = Files.list(DOCS.resolve("examples"))) {
            return files.sorted().map(Pages::named).collect(Collectors.joining(",", "{", "}"));
        }
    }

    private static String named(Path file) {
        try {
            String name = file.getFileName().toString().replace(".json", "");
            return "\"" + name + "\":" + Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Mono<ServerResponse> shown(MediaType type, Object body) {
        var answer = ServerResponse.ok().contentType(type);
        if (type.equals(MediaType.TEXT_HTML)) {
            answer.header("Content-Security-Policy", IN_NO_FRAME);
        }
        return answer.bodyValue(body);
    }

    private static Resource at(String file) {
        return new PathResource(DOCS.resolve(file));
    }

    private static Resource marked() {
        try {
            return new PathMatchingResourcePatternResolver().getResources(MARKED)[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
