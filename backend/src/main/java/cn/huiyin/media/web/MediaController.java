package cn.huiyin.media.web;

import cn.huiyin.identity.Caller;
import cn.huiyin.media.MediaDesk;
import cn.huiyin.media.MediaId;
import cn.huiyin.media.MediaLinks;
import cn.huiyin.media.MediaLinks.Sight;
import cn.huiyin.media.store.MediaRow;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Uploads, and the way back. */
@RestController
@RequestMapping("/api/v1/media")
class MediaController {

    /** Nothing in a photo may run, whatever a browser takes it for. */
    private static final String NOTHING_RUNS = "default-src 'none'; sandbox";

    private static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable();

    private final MediaDesk desk;
    private final MediaLinks links;

    MediaController(MediaDesk desk, MediaLinks links) {
        this.desk = desk;
        this.links = links;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<ResponseEntity<Uploaded>> upload(
            Caller caller,
            @RequestHeader("Idempotency-Key") Optional<String> key,
            @RequestBody(required = false) Flux<PartEvent> parts) {
        return desk.keep(caller.id(), key.map(MediaController::checked).orElse(null), OneFile.in(parts))
                .map(this::created);
    }

    private static String checked(String key) {
        if (!key.matches("[\\x21-\\x7E]{1,128}")) {
            throw Refusal.invalid(new Fault("Idempotency-Key", "Idempotency-Key 应为 1 到 128 个可见的英文字符"));
        }
        return key;
    }

    private ResponseEntity<Uploaded> created(MediaId id) {
        return ResponseEntity.created(URI.create("/api/v1/media/" + id)).body(new Uploaded(id.value(), links.link(id)));
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<Flux<DataBuffer>>> show(
            @PathVariable String id,
            @RequestParam Optional<String> until,
            @RequestParam Optional<String> sig,
            @RequestParam Optional<String> sight,
            ServerWebExchange exchange) {
        MediaId media = new MediaId(id);
        Sight opens = sight.filter(Sight.UNVEILED.name()::equals).isPresent() ? Sight.UNVEILED : Sight.PLAIN;
        boolean linked = links.holds(media, until.orElse(""), sig.orElse(""), opens);
        return desk.find(media)
                .filterWhen(row ->
                        linked && (opens == Sight.UNVEILED || !row.hidden()) ? Mono.just(true) : owns(exchange, row))
                .switchIfEmpty(Mono.error(MediaController::unknown))
                .flatMap(row -> shown(row, exchange));
    }

    private static Mono<Boolean> owns(ServerWebExchange exchange, MediaRow row) {
        return exchange.<Authentication>getPrincipal()
                .map(Authentication::getPrincipal)
                .ofType(Caller.class)
                .map(caller -> caller.id().equals(row.owner()))
                .defaultIfEmpty(false);
    }

    private static Refusal unknown() {
        return Refusal.unknown("MEDIA_UNKNOWN", "找不到这张照片或语音，链接可能已过期");
    }

    private Mono<ResponseEntity<Flux<DataBuffer>>> shown(MediaRow row, ServerWebExchange exchange) {
        HttpHeaders headers = headersOf(row);
        if (exchange.checkNotModified(String.valueOf(headers.getETag()))) {
            return Mono.just(new ResponseEntity<>(headers, HttpStatus.NOT_MODIFIED));
        }
        Piece piece = Piece.of(ranges(exchange), row.bytes());
        if (piece.isNone()) {
            return Mono.error(Refusal.of(416, "RANGE_REFUSED", "文件没有这么长"));
        }
        headers.setContentLength(piece.length());
        if (!piece.isWhole()) {
            headers.set(HttpHeaders.CONTENT_RANGE, piece.range());
        }
        HttpStatus status = piece.isWhole() ? HttpStatus.OK : HttpStatus.PARTIAL_CONTENT;
        return desk.open(row.id(), piece.first(), piece.last())
                .map(content -> new ResponseEntity<>(content, headers, status));
    }

    /** A range that cannot be read counts as none (RFC 9110, 14.2). */
    private static List<HttpRange> ranges(ServerWebExchange exchange) {
        try {
            return exchange.getRequest().getHeaders().getRange();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    private static HttpHeaders headersOf(MediaRow row) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.parseMediaType(row.kind().contentType()));
        headers.setETag("\"" + row.sha256() + "\"");
        headers.setCacheControl(FOR_GOOD);
        headers.set(HttpHeaders.ACCEPT_RANGES, "bytes");
        headers.setContentDisposition(ContentDisposition.inline()
                .filename(row.id() + "." + row.kind().extension())
                .build());
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Content-Security-Policy", NOTHING_RUNS);
        headers.set("Cross-Origin-Resource-Policy", "same-site");
        return headers;
    }
}
