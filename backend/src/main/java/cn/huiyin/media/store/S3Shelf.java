package cn.huiyin.media.store;

import cn.huiyin.media.MediaId;
import cn.huiyin.media.MediaSettings;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** A bucket of any store that speaks S3. */
@Component
@ConditionalOnProperty(name = "huiyin.media.store", havingValue = "s3")
class S3Shelf implements Shelf {

    private final S3AsyncClient client;
    private final MediaSettings.S3 settings;

    S3Shelf(S3AsyncClient client, MediaSettings settings) {
        this.client = client;
        this.settings = settings.s3();
    }

    @Override
    public Mono<Void> put(MediaId id, Path file, String contentType) {
        return Mono.fromFuture(() -> client.putObject(
                        to -> to.bucket(settings.bucket()).key(key(id)).contentType(contentType),
                        AsyncRequestBody.fromFile(file)))
                .onErrorMap(S3Shelf::told)
                .then();
    }

    @Override
    public Mono<Flux<DataBuffer>> open(MediaId id, long first, long last) {
        return Mono.fromFuture(() -> client.getObject(
                        of -> of.bucket(settings.bucket()).key(key(id)).range("bytes=" + first + "-" + last),
                        AsyncResponseTransformer.toPublisher()))
                .onErrorMap(S3Shelf::told)
                .map(answer -> Flux.from(answer).map(DefaultDataBufferFactory.sharedInstance::wrap));
    }

    @Override
    public Mono<Void> remove(MediaId id) {
        return Mono.fromFuture(() ->
                        client.deleteObject(of -> of.bucket(settings.bucket()).key(key(id))))
                .onErrorMap(S3Shelf::told)
                .then();
    }

    private String key(MediaId id) {
        return settings.prefix() + id;
    }

    private static Throwable told(Throwable trouble) {
        return ShelfTrouble.told(
                trouble instanceof CompletionException && trouble.getCause() != null ? trouble.getCause() : trouble);
    }
}
