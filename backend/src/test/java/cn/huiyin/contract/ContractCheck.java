package cn.huiyin.contract;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Stands before the whole service in tests. An answer that the document does not allow, or a success for a question it
 * does not allow, leaves as a 500 that says so: whatever a test expects, it then fails.
 */
@TestConfiguration(proxyBeanMethods = false)
public class ContractCheck {

    private static final Logger log = LoggerFactory.getLogger(ContractCheck.class);

    @Bean
    HttpHandlerDecoratorFactory contractCheck() {
        Contract.read();
        return Checking::new;
    }

    private record Checking(HttpHandler service) implements HttpHandler {

        @Override
        public Mono<Void> handle(ServerHttpRequest request, ServerHttpResponse response) {
            String path = request.getPath().value();
            if (!path.startsWith("/api/") && !path.equals("/openapi.yaml")) {
                return service.handle(request, response);
            }
            var listened = new Listened(request);
            return service.handle(listened, new Answered(response, listened));
        }
    }

    private static final class Listened extends ServerHttpRequestDecorator {

        private static final int ENOUGH = 1024 * 1024;
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();

        Listened(ServerHttpRequest request) {
            super(request);
        }

        @Override
        public Flux<DataBuffer> getBody() {
            return super.getBody().doOnNext(this::listen);
        }

        private void listen(DataBuffer piece) {
            if (body.size() < ENOUGH) {
                byte[] bytes = new byte[piece.readableByteCount()];
                piece.toByteBuffer().get(bytes);
                body.writeBytes(bytes);
            }
        }

        byte[] heard() {
            return body.toByteArray();
        }
    }

    private static final class Answered extends ServerHttpResponseDecorator {

        private final Listened request;

        Answered(ServerHttpResponse response, Listened request) {
            super(response);
            this.request = request;
        }

        @Override
        public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
            MediaType type = getHeaders().getContentType();
            if (type == null || !Exchanged.isJson(type)) {
                List<String> breaches = breaches(new byte[] {0});
                return breaches.isEmpty() ? super.writeWith(body) : tell(breaches);
            }
            // The validator reads its words from files when it first needs them.
            return DataBufferUtils.join(Flux.from(body))
                    .publishOn(Schedulers.boundedElastic())
                    .flatMap(joined -> {
                        byte[] bytes = new byte[joined.readableByteCount()];
                        joined.read(bytes);
                        DataBufferUtils.release(joined);
                        List<String> breaches = breaches(bytes);
                        return breaches.isEmpty() ? write(bytes) : tell(breaches);
                    });
        }

        @Override
        public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
            if (MediaType.TEXT_EVENT_STREAM.isCompatibleWith(getHeaders().getContentType())) {
                List<String> breaches = breaches(new byte[] {0});
                return breaches.isEmpty() ? super.writeAndFlushWith(body) : tell(breaches);
            }
            return writeWith(Flux.from(body).concatMap(piece -> piece));
        }

        @Override
        public Mono<Void> setComplete() {
            if (isCommitted()) {
                return super.setComplete();
            }
            return Mono.fromCallable(() -> breaches(new byte[0]))
                    .subscribeOn(Schedulers.boundedElastic())
                    .flatMap(breaches -> breaches.isEmpty() ? super.setComplete() : tell(breaches));
        }

        private List<String> breaches(byte[] body) {
            var status = getStatusCode();
            return new Exchanged(request, request.heard(), status == null ? 200 : status.value(), getHeaders(), body)
                    .breaches();
        }

        private Mono<Void> tell(List<String> breaches) {
            String told = "NOT IN THE CONTRACT: " + request.getMethod() + " " + request.getURI() + " answered "
                    + getStatusCode() + ": " + breaches;
            log.error(told);
            setStatusCode(HttpStatus.INTERNAL_SERVER_ERROR);
            getHeaders().clear();
            getHeaders().setContentType(new MediaType("text", "plain", StandardCharsets.UTF_8));
            return write(told.getBytes(StandardCharsets.UTF_8));
        }

        private Mono<Void> write(byte[] bytes) {
            getHeaders().setContentLength(bytes.length);
            return super.writeWith(Mono.fromSupplier(() -> bufferFactory().wrap(bytes)));
        }
    }
}
