package cn.huiyin;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The contract, as this very program keeps it. */
@RestController
class OpenApiDocument {

    private static final MediaType YAML = MediaType.parseMediaType("application/yaml");

    private final byte[] document;
    private final String etag;

    OpenApiDocument() throws IOException {
        try (InputStream in = new ClassPathResource("contract/openapi.yaml").getInputStream()) {
            document = in.readAllBytes();
        }
        etag = "\"" + DigestUtils.md5DigestAsHex(document) + "\"";
    }

    @GetMapping("/openapi.yaml")
    Mono<ResponseEntity<byte[]>> show(ServerWebExchange exchange) {
        exchange.getResponse()
                .getHeaders()
                .setCacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic());
        if (exchange.checkNotModified(etag)) {
            return Mono.empty();
        }
        return Mono.just(ResponseEntity.ok().eTag(etag).contentType(YAML).body(document));
    }
}
