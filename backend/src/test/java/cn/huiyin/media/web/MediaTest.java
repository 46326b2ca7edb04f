package cn.huiyin.media.web;

import static cn.huiyin.media.Pictures.bytes;
import static cn.huiyin.media.Pictures.exif;
import static cn.huiyin.media.Pictures.joined;
import static cn.huiyin.media.Pictures.jpeg;
import static cn.huiyin.media.Pictures.jpegWith;
import static cn.huiyin.media.Pictures.mp3;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huiyin.identity.AccountId;
import cn.huiyin.identity.Caller;
import cn.huiyin.identity.Post;
import cn.huiyin.media.MediaId;
import cn.huiyin.media.MediaRig;
import cn.huiyin.media.store.Shelf;
import cn.huiyin.problem.Refusal;
import cn.huiyin.rehearsal.RehearsalClock;
import cn.huiyin.rehearsal.StoreTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.MethodParameter;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@StoreTest
class MediaTest {

    private static final AtomicLong PEOPLE = new AtomicLong(100);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final DatabaseClient database;
    private final RehearsalClock clock;
    private final AccountId li = new AccountId(PEOPLE.incrementAndGet());
    private final AccountId wang = new AccountId(PEOPLE.incrementAndGet());

    @TempDir
    Path folder;

    private MediaRig rig;
    private WebTestClient client;

    MediaTest(DatabaseClient database, RehearsalClock clock) {
        this.database = database;
        this.clock = clock;
    }

    @BeforeEach
    void open() {
        open(Map.of(), shelf -> shelf);
    }

    private void open(Map<String, String> changes, UnaryOperator<Shelf> shelf) {
        rig = new MediaRig(database, MediaRig.settings(folder, changes), shelf);
        client = WebTestClient.bindToController(new MediaController(rig.desk, rig.links))
                .controllerAdvice(new Told())
                .argumentResolvers(resolvers -> resolvers.addCustomResolver(new IsLi()))
                .configureClient()
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(20_000_000))
                .responseTimeout(PATIENCE)
                .build();
    }

    @Test
    void aPhotoIsKeptWithoutItsPositionAndShownByItsLink() {
        byte[] plain = jpeg(320, 200);
        byte[] photo = jpegWith(plain, 0xE1, joined(bytes("Exif\0\0"), exif(1)));

        var uploaded = uploaded(photo);

        client.get()
                .uri(uploaded.url())
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.IMAGE_JPEG)
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectHeader()
                .valueEquals("Content-Disposition", "inline; filename=\"" + uploaded.id() + ".jpg\"")
                .expectHeader()
                .valueEquals("Content-Security-Policy", "default-src 'none'; sandbox")
                .expectHeader()
                .valueMatches("Cache-Control", ".*private.*immutable.*")
                .expectHeader()
                .contentLength(plain.length)
                .expectBody(byte[].class)
                .isEqualTo(plain);
    }

    @Test
    void withoutItsLinkItIsNotThereForOthers() {
        var uploaded = uploaded(jpeg(40, 30));

        for (var uri : List.of(
                "/api/v1/media/" + uploaded.id(),
                uploaded.url() + "x",
                uploaded.url().replaceFirst("until=\\d", "until=9"),
                "/api/v1/media/" + uploaded.id() + "?until=1&sig=x",
                "/api/v1/media/0123456789abcdef0123456789abcdef",
                "/api/v1/media/..%2f..%2fetc%2fpasswd")) {
            refused(client.get().uri(java.net.URI.create(uri)).exchange(), 404, "MEDIA_UNKNOWN");
        }
    }

    @Test
    void aPlayerMayAskForAPiece() {
        byte[] voice = mp3(9000);
        var url = uploaded(voice).url();

        client.get()
                .uri(url)
                .header("Range", "bytes=100-199")
                .exchange()
                .expectStatus()
                .isEqualTo(206)
                .expectHeader()
                .valueEquals("Content-Range", "bytes 100-199/9000")
                .expectBody(byte[].class)
                .isEqualTo(Arrays.copyOfRange(voice, 100, 200));
        refused(client.get().uri(url).header("Range", "bytes=9000-").exchange(), 416, "RANGE_REFUSED");
        client.get()
                .uri(url)
                .header("Range", "nonsense")
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void whatThePhoneHasAlreadyIsNotSentAgain() {
        var url = uploaded(jpeg(40, 30)).url();
        var etag = client.get()
                .uri(url)
                .exchange()
                .returnResult(byte[].class)
                .getResponseHeaders()
                .getETag();

        client.get()
                .uri(url)
                .header("If-None-Match", etag)
                .exchange()
                .expectStatus()
                .isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<svg/>................", "GIF89a................", "%PDF-1.7 .............", "short"})
    void whatIsNeitherPhotoNorVoiceIsRefusedWhateverItIsCalled(String content) {
        refused(upload(bytes(content)), 415, "MEDIA_KIND_REFUSED");
    }

    @Test
    void sizesHaveLimits() {
        refused(upload(joined(jpeg(40, 30), new byte[10 * 1024 * 1024])), 413, "MEDIA_TOO_LARGE");
        refused(upload(mp3(5 * 1024 * 1024 + 1)), 413, "MEDIA_TOO_LARGE");
        upload(mp3(5 * 1024 * 1024)).expectStatus().isCreated();
        assertNothingIsSpooled();
    }

    @Test
    void anEmptyMissingDoubleOrWrongPartIsNamed() {
        refused(upload(new byte[0]), 422, "INVALID_INPUT");
        refused(
                post(parts -> {
                    parts.part("file", file(jpeg(9, 9))).filename("a.jpg");
                    parts.part("file", file(jpeg(9, 9))).filename("b.jpg");
                }),
                422,
                "INVALID_INPUT");
        refused(post(parts -> parts.part("file", "text")), 422, "INVALID_INPUT");
        refused(post(parts -> parts.part("photo", file(jpeg(9, 9))).filename("a.jpg")), 422, "INVALID_INPUT");
        assertNothingIsSpooled();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "--cut\r\n",
                "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n\r\nabc",
                "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n",
                "--cut\r\nnonsense\r\n\r\nabc\r\n--cut--\r\n",
                "--cut--\r\n"
            })
    void aBrokenBodyIsToldSo(String body) {
        var answer = client.post()
                .uri("/api/v1/media")
                .contentType(MediaType.parseMediaType("multipart/form-data; boundary=cut"))
                .bodyValue(body.getBytes(StandardCharsets.UTF_8))
                .exchange()
                .returnResult(String.class);

        assertThat(answer.getStatus().value()).isIn(400, 415, 422);
        assertNothingIsSpooled();
    }

    @Test
    void aBodyThatIsNoFormIsRefused() {
        for (var type : List.of(MediaType.APPLICATION_JSON, MediaType.IMAGE_JPEG)) {
            client.post()
                    .uri("/api/v1/media")
                    .contentType(type)
                    .bodyValue("{}")
                    .exchange()
                    .expectStatus()
                    .isEqualTo(415);
        }
    }

    @Test
    void aPhotoCutOffOnItsWayIsBroken() {
        byte[] photo = jpeg(320, 200);

        refused(upload(Arrays.copyOf(photo, photo.length / 2)), 422, "MEDIA_BROKEN");
    }

    @Test
    void anUploadThatStandsStillIsGivenUp() {
        open(Map.of("upload-idle", "300ms"), shelf -> shelf);
        var beginning = Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(jpeg(40, 30)))
                .concatWith(Flux.never());

        assertThatThrownBy(() -> rig.desk.keep(li, null, Flux.from(beginning)).block(PATIENCE))
                .hasMessageContaining("UPLOAD_TOO_SLOW");
        assertNothingIsSpooled();
    }

    @Test
    void anUploadThatNeverEndsIsGivenUp() {
        open(Map.of("upload-limit", "500ms"), shelf -> shelf);
        var dripping = Flux.interval(Duration.ofMillis(20))
                .onBackpressureDrop()
                .map(tick -> DefaultDataBufferFactory.sharedInstance.wrap(mp3(100)));

        assertThatThrownBy(() ->
                        rig.desk.keep(li, null, dripping.cast(DataBuffer.class)).block(PATIENCE))
                .hasMessageContaining("UPLOAD_TOO_SLOW");
    }

    @Test
    void aFullDiskSaysSoAndKeepsNothing() {
        open(Map.of("keep-free", "1000000TB"), shelf -> shelf);

        refused(upload(jpeg(40, 30)), 507, "MEDIA_STORE_FULL");
    }

    @Test
    void aStoreThatFailsLeavesNothingThatCouldBeAttached() {
        open(Map.of(), shelf -> new Broken(shelf, "No space left on device"));
        refused(upload(jpeg(40, 30)), 503, "BROKEN_ON_PURPOSE");

        assertThat(countOf("state = 'ARRIVING'")).isEqualTo(1);
        assertThat(countOf("state = 'LOOSE'")).isZero();
        assertNothingIsSpooled();
    }

    @Test
    void theSameKeyGivesTheSamePhotoAndAnotherPhotoIsRefused() {
        var first = idOf(uploadWithKey("key-1", jpeg(40, 30)));

        assertThat(idOf(uploadWithKey("key-1", jpeg(40, 30)))).isEqualTo(first);
        refused(uploadWithKey("key-1", jpeg(41, 30)), 422, "IDEMPOTENCY_KEY_REUSED");
        refused(uploadWithKey("k".repeat(129), jpeg(41, 30)), 422, "INVALID_INPUT");
        assertThat(countOf("state = 'LOOSE'")).isEqualTo(1);
    }

    @Test
    void twoAtOnceUnderOneKeyGiveOnePhoto() {
        var one = rig.desk.keep(li, "key-2", content(jpeg(40, 30)));
        var other = rig.desk.keep(li, "key-2", content(jpeg(40, 30)));

        var ids = Flux.merge(one, other).collectList().block(PATIENCE);

        assertThat(ids).hasSize(2).containsOnly(ids.get(0));
        assertThat(countOf("state = 'LOOSE'")).isEqualTo(1);
    }

    @Test
    void oneAccountCannotFillTheStore() {
        open(Map.of("loose-per-owner", "2"), shelf -> shelf);
        upload(jpeg(40, 30)).expectStatus().isCreated();
        upload(jpeg(40, 30)).expectStatus().isCreated();

        refused(upload(jpeg(40, 30)), 429, "MEDIA_TOO_MANY");
    }

    @Test
    void onlyOnesOwnPhotosCanBeAttachedAndEachIsNamed() {
        var mine = kept(li);
        var theirs = kept(wang);
        var never = new MediaId("0123456789abcdef0123456789abcdef");

        assertThat(rig.attachments.owned(li, List.of(mine)).block(PATIENCE))
                .singleElement()
                .satisfies(photo -> assertThat(photo.type()).isEqualTo("PHOTO"));
        assertThatThrownBy(() -> rig.attachments
                        .owned(li, List.of(mine, theirs, never, mine))
                        .block(PATIENCE))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refused -> assertThat(refused.faults())
                                .extracting("field")
                                .containsExactly("media[1]", "media[2]", "media[3]"));
    }

    @Test
    void aPhotoHangsOnOneTicketOnly() {
        var photo = kept(li);
        attach("HY1", photo);
        attach("HY1", photo);

        assertThatThrownBy(() -> attach("HY2", photo))
                .satisfies(e -> assertThat(cn.huiyin.media.Attachments.told(e)).isInstanceOf(Refusal.class));
        assertThatThrownBy(() -> attach("HY2", kept(li), new MediaId("0123456789abcdef0123456789abcdef")))
                .isNotNull();
        assertThatThrownBy(() -> rig.attachments.owned(li, List.of(photo)).block(PATIENCE))
                .isInstanceOf(Refusal.class);
        assertThat(rig.attachments.of("HY1").block(PATIENCE)).hasSize(1);
        assertThat(countOf("ticket = 'HY2'")).isZero();
    }

    @Test
    void whatNobodyAttachedIsSweptWithItsFileAfterADay() throws IOException {
        var loose = kept(li);
        var attached = kept(li);
        attach("HY3", attached);

        clock.advance(Duration.ofHours(25));
        rig.sweep.round().block(PATIENCE);

        assertThat(rig.desk.find(loose).block(PATIENCE)).isNull();
        assertThat(rig.desk.find(attached).block(PATIENCE)).isNotNull();
        assertThat(countOf("true")).isEqualTo(1);
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile))
                    .singleElement()
                    .asString()
                    .endsWith(attached.value());
        }
    }

    @Test
    void aFileThatCouldNotBeRemovedIsTriedAgain() {
        var loose = kept(li);
        clock.advance(Duration.ofHours(25));
        open(Map.of(), shelf -> new Broken(shelf, "away"));
        rig.sweep.round().block(PATIENCE);
        assertThat(countOf("state = 'SWEPT'")).isEqualTo(1);
        assertThat(rig.desk.find(loose).block(PATIENCE)).isNull();

        open();
        rig.sweep.round().block(PATIENCE);
        assertThat(countOf("true")).isZero();
    }

    private MediaId kept(AccountId owner) {
        return rig.desk.keep(owner, null, content(jpeg(40, 30))).block(PATIENCE);
    }

    private static Flux<DataBuffer> content(byte[] file) {
        return Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(file));
    }

    private void attach(String ticket, MediaId... ids) {
        database.sql("SELECT media_attach(:ids, :ticket)")
                .bind("ids", Arrays.stream(ids).map(MediaId::value).toArray(String[]::new))
                .bind("ticket", ticket)
                .then()
                .block(PATIENCE);
    }

    private long countOf(String condition) {
        return database.sql(
                        "SELECT count(*) AS n FROM media WHERE owner IN (" + li + ", " + wang + ") AND " + condition)
                .map(row -> row.get("n", Long.class))
                .one()
                .block(PATIENCE);
    }

    private void assertNothingIsSpooled() {
        assertThat(folder.resolve(".spool").toFile().list())
                .satisfiesAnyOf(
                        none -> assertThat(none).isNull(),
                        empty -> assertThat(empty).isEmpty());
    }

    private Uploaded uploaded(byte[] content) {
        return upload(content)
                .expectStatus()
                .isCreated()
                .expectBody(Uploaded.class)
                .returnResult()
                .getResponseBody();
    }

    private WebTestClient.ResponseSpec upload(byte[] content) {
        return post(parts -> parts.part("file", file(content)).filename("photo.jpg"));
    }

    private static String idOf(WebTestClient.ResponseSpec answer) {
        return answer.expectStatus()
                .isCreated()
                .expectBody(Uploaded.class)
                .returnResult()
                .getResponseBody()
                .id();
    }

    private WebTestClient.ResponseSpec uploadWithKey(String key, byte[] content) {
        var parts = new MultipartBodyBuilder();
        parts.part("file", file(content)).filename("photo.jpg");
        return client.post()
                .uri("/api/v1/media")
                .header("Idempotency-Key", key)
                .body(BodyInserters.fromMultipartData(parts.build()))
                .exchange();
    }

    private WebTestClient.ResponseSpec post(java.util.function.Consumer<MultipartBodyBuilder> fill) {
        var parts = new MultipartBodyBuilder();
        fill.accept(parts);
        return client.post()
                .uri("/api/v1/media")
                .body(BodyInserters.fromMultipartData(parts.build()))
                .exchange();
    }

    private static ByteArrayResource file(byte[] content) {
        return new ByteArrayResource(content);
    }

    private static void refused(WebTestClient.ResponseSpec answer, int status, String code) {
        answer.expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code);
    }

    /** Tells a refusal in short; the real one is the problem module's. */
    @RestControllerAdvice
    static class Told {
        @ExceptionHandler
        ProblemDetail told(Refusal refusal) {
            var problem = ProblemDetail.forStatus(HttpStatusCode.valueOf(refusal.status()));
            problem.setDetail(refusal.detail());
            problem.setProperty("code", refusal.code());
            return problem;
        }
    }

    private final class IsLi implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Caller.class;
        }

        @Override
        public Mono<Object> resolveArgument(
                MethodParameter parameter, BindingContext context, ServerWebExchange exchange) {
            return Mono.just(new Caller(li, "李", List.of(Post.resident())));
        }
    }

    private record Broken(Shelf shelf, String why) implements Shelf {
        @Override
        public Mono<Void> put(MediaId id, Path file, String contentType) {
            return trouble();
        }

        @Override
        public Mono<Flux<DataBuffer>> open(MediaId id, long first, long last) {
            return shelf.open(id, first, last);
        }

        @Override
        public Mono<Void> remove(MediaId id) {
            return trouble();
        }

        private <T> Mono<T> trouble() {
            return Mono.error(Refusal.unavailable("BROKEN_ON_PURPOSE", why, Duration.ofSeconds(1)));
        }
    }
}
