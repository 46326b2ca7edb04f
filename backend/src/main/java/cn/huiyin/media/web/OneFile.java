package cn.huiyin.media.web;

import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.multipart.FilePartEvent;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/** A multipart body that should be one part {@code file} and nothing else. */
final class OneFile {

    private static final Logger log = LoggerFactory.getLogger(OneFile.class);
    private static final String PART = "file";

    /** Reactor's key for what becomes of an error that comes after another; the parser tells each broken body twice. */
    private static final String DROPPED = "reactor.onErrorDropped.local";

    private static final Consumer<Throwable> TOLD_ALREADY = error -> log.debug("a broken body, told twice", error);

    private boolean over;

    private OneFile() {}

    /** The content of the one part, piece by piece; a refusal as soon as the body is anything else. */
    static Flux<DataBuffer> in(Flux<PartEvent> parts) {
        return Flux.defer(() -> {
            OneFile one = new OneFile();
            return parts.map(one::content)
                    .doOnDiscard(PartEvent.class, part -> DataBufferUtils.release(part.content()))
                    .concatWith(Mono.defer(one::missing))
                    .onErrorMap(OneFile::isBroken, OneFile::broken)
                    .contextWrite(Context.of(DROPPED, TOLD_ALREADY));
        });
    }

    private DataBuffer content(PartEvent part) {
        try {
            String name = nameOf(part);
            require(PART.equals(name), name, "不认识的表单项，只能有一个名为 file 的文件");
            require(!over, PART, "一次只能上传一个文件");
            require(part instanceof FilePartEvent, PART, "file 必须是文件，不能是文字");
        } catch (Refusal refused) {
            DataBufferUtils.release(part.content());
            throw refused;
        }
        over = part.isLast();
        return part.content();
    }

    private static String nameOf(PartEvent part) {
        String name = part.headers().getContentDisposition().getName();
        return name == null || name.isBlank() ? "multipart" : name;
    }

    private Mono<DataBuffer> missing() {
        return over ? Mono.empty() : Mono.error(fault(PART, "没有收到文件，请选择后再上传"));
    }

    private static void require(boolean fine, String field, String detail) {
        if (!fine) {
            throw fault(field, detail);
        }
    }

    private static Refusal fault(String field, String detail) {
        String named = field.length() > 50 ? field.substring(0, 50) : field;
        return Refusal.invalid(new Fault(named, detail));
    }

    private static boolean isBroken(Throwable trouble) {
        return trouble instanceof DecodingException
                || trouble instanceof ServerWebInputException
                || trouble instanceof DataBufferLimitException
                || trouble instanceof IllegalArgumentException;
    }

    private static Refusal broken(Throwable trouble) {
        return Refusal.of(400, "MULTIPART_BROKEN", "上传的内容不完整或格式不对，请重新上传");
    }
}
