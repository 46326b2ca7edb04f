package cn.huiyin.media.store;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huiyin.media.MediaId;
import cn.huiyin.media.MediaRig;
import cn.huiyin.media.Pictures;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.Mono;
import software.amazon.awssdk.services.s3.S3AsyncClient;

class S3ShelfTest {

    private static final MediaId PHOTO = new MediaId("0123456789abcdef0123456789abcdef");
    private static final String KEY = "/photos/media/" + PHOTO;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @RegisterExtension
    static final WireMockExtension STORE =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    @TempDir
    Path folder;

    private S3AsyncClient client;
    private S3Shelf shelf;

    @BeforeEach
    void pointAtTheStore() {
        pointAtTheStore("15s", "5s");
    }

    private void pointAtTheStore(String callLimit, String tryLimit) {
        var settings = MediaRig.settings(
                folder,
                Map.of(
                        "store", "s3",
                        "s3.endpoint", STORE.baseUrl(),
                        "s3.region", "ap-guangzhou",
                        "s3.bucket", "photos",
                        "s3.path-style", "true",
                        "s3.access-key", "an-access-key",
                        "s3.secret-key", "a-secret-key",
                        "s3.call-limit", callLimit,
                        "s3.try-limit", tryLimit));
        client = new S3Configuration().s3(settings);
        shelf = new S3Shelf(client, settings);
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void aPhotoIsPutUnderItsIdWithASignature() throws IOException {
        STORE.stubFor(any(anyUrl()).willReturn(aResponse().withHeader("ETag", "\"x\"")));
        byte[] photo = Pictures.jpeg(40, 30);

        shelf.put(PHOTO, Files.write(folder.resolve("photo"), photo), "image/jpeg")
                .block(PATIENCE);

        STORE.verify(putRequestedFor(urlPathEqualTo(KEY))
                .withHeader("Authorization", matching("AWS4-HMAC-SHA256 Credential=an-access-key/.*ap-guangzhou/s3/.*"))
                .withHeader("Content-Type", equalTo("image/jpeg"))
                .withHeader("Content-Length", equalTo(String.valueOf(photo.length))));
    }

    @Test
    void aPieceOfItComesBack() {
        STORE.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(206).withBody("voice")));

        assertThat(read(5, 9)).isEqualTo("voice");

        STORE.verify(getRequestedFor(urlPathEqualTo(KEY))
                .withHeader("Range", equalTo("bytes=5-9"))
                .withHeader("Authorization", matching("AWS4-HMAC-SHA256 .*")));
    }

    @Test
    void itIsRemoved() {
        STORE.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(204)));

        shelf.remove(PHOTO).block(PATIENCE);

        STORE.verify(deleteRequestedFor(urlPathEqualTo(KEY)));
    }

    @Test
    void aStoreThatFailsOrHangsIsAwayForAWhile() throws IOException {
        var photo = Files.write(folder.resolve("photo"), Pictures.jpeg(40, 30));
        STORE.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(500)));
        assertAway(shelf.put(PHOTO, photo, "image/jpeg"));

        client.close();
        pointAtTheStore("600ms", "200ms");
        STORE.stubFor(any(anyUrl()).willReturn(aResponse().withFixedDelay(2_000)));
        assertAway(shelf.put(PHOTO, photo, "image/jpeg"));
        assertAway(shelf.open(PHOTO, 0, 9));
    }

    private static void assertAway(Mono<?> work) {
        assertThatThrownBy(() -> work.block(PATIENCE)).hasMessageContaining("MEDIA_STORE_AWAY");
    }

    private String read(long first, long last) {
        return shelf.open(PHOTO, first, last)
                .flatMap(DataBufferUtils::join)
                .map(all -> all.toString(java.nio.charset.StandardCharsets.UTF_8))
                .block(PATIENCE);
    }
}
