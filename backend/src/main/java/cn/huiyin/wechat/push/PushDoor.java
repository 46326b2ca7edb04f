package cn.huiyin.wechat.push;

import cn.huiyin.problem.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ContentTooLargeException;
import reactor.core.publisher.Mono;

/** Where WeChat knocks: who is not WeChat does not come in, and what comes in is opened. */
@Component
class PushDoor {

    private static final Logger LOG = LoggerFactory.getLogger(PushDoor.class);
    private static final Refusal UNREADABLE = Refusal.of(400, "UNREADABLE", "请求的内容无法读取");
    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);
    private static final MediaType XML = new MediaType("text", "xml", StandardCharsets.UTF_8);
    /** Nothing to say, and no need to come again. */
    private static final String SUCCESS = "success";

    private final Map<PushApp, PushSeal> seals = new EnumMap<>(PushApp.class);
    private final PushDesk desk;
    private final int largest;

    PushDoor(PushSettings settings, PushDesk desk) {
        settings.doubts().forEach(LOG::warn);
        for (var app : PushApp.values()) {
            settings.of(app).seal().ifPresent(seal -> seals.put(app, seal));
        }
        this.desk = desk;
        this.largest = Math.toIntExact(settings.push().largest().toBytes());
    }

    /** WeChat makes sure that the address is ours: it gets back what it sent. */
    Mono<ServerResponse> check(PushApp app, ServerRequest request) {
        return Mono.fromCallable(() -> echo(app, request))
                .flatMap(echo -> ServerResponse.ok().contentType(TEXT).bodyValue(echo));
    }

    /** Opened and handed on; what was said goes back sealed. */
    Mono<ServerResponse> receive(PushApp app, ServerRequest request) {
        return Mono.fromCallable(() -> Signed.of(request.queryParams()))
                .flatMap(signed -> body(request).flatMap(body -> take(app, signed, body)));
    }

    private String echo(PushApp app, ServerRequest request) {
        var query = request.queryParams();
        var signature = Signed.one(query, "signature");
        var time = Signed.one(query, "timestamp");
        var nonce = Signed.one(query, "nonce");
        var echo = Signed.one(query, "echostr");
        if (!seal(app).isSigned(signature, time, nonce)) {
            throw Signed.REFUSED;
        }
        return echo;
    }

    private Mono<String> body(ServerRequest request) {
        if (request.headers().contentLength().orElse(0) > largest) {
            return Mono.error(new ContentTooLargeException(null));
        }
        return DataBufferUtils.join(request.body(BodyExtractors.toDataBuffers()), largest)
                .map(PushDoor::text)
                .switchIfEmpty(Mono.error(UNREADABLE));
    }

    private static String text(DataBuffer body) {
        var bytes = new byte[body.readableByteCount()];
        body.read(bytes);
        DataBufferUtils.release(body);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw UNREADABLE;
        }
    }

    private Mono<ServerResponse> take(PushApp app, Signed signed, String body) {
        var seal = seal(app);
        try {
            var format = PushFormat.of(body);
            var pushed = open(app, seal, signed, sealed(format, body));
            return desk.take(pushed, signed.timestamp())
                    .flatMap(said -> answer(said, pushed, format, seal, signed.nonce()));
        } catch (NoPush unreadable) {
            throw UNREADABLE;
        }
    }

    /** What else stands in the envelope is not looked at: anybody could have written it. */
    private static String sealed(PushFormat format, String body) {
        var sealed = format.read(body).fields().getOrDefault("Encrypt", "");
        if (sealed.isEmpty()) {
            throw Signed.REFUSED;
        }
        return sealed;
    }

    private static Pushed open(PushApp app, PushSeal seal, Signed signed, String sealed) {
        if (!seal.isSigned(signed.signature(), Long.toString(signed.timestamp()), signed.nonce(), sealed)) {
            throw Signed.REFUSED;
        }
        var message = seal.open(sealed).orElseThrow(() -> UNREADABLE);
        var pushed = PushFormat.of(message).read(message).pushed(app);
        if (pushed.field("MsgType").isEmpty() || pushed.sender().isEmpty()) {
            throw UNREADABLE;
        }
        return pushed;
    }

    private static Mono<ServerResponse> answer(
            Told said, Pushed pushed, PushFormat format, PushSeal seal, String nonce) {
        if (said.text().isEmpty()) {
            return ServerResponse.ok().contentType(TEXT).bodyValue(SUCCESS);
        }
        return ServerResponse.ok()
                .contentType(format == PushFormat.XML ? XML : MediaType.APPLICATION_JSON)
                .bodyValue(new PushReply(pushed, said.text(), said.at()).write(format, seal, nonce));
    }

    private PushSeal seal(PushApp app) {
        return Optional.ofNullable(seals.get(app)).orElseThrow(() -> Signed.REFUSED);
    }
}
