package cn.huiyin.safety;

import cn.huiyin.media.Attachment;
import cn.huiyin.media.Attachments;
import cn.huiyin.media.MediaId;
import cn.huiyin.media.MediaLinks;
import cn.huiyin.safety.domain.Labels;
import cn.huiyin.safety.domain.Pieces;
import cn.huiyin.safety.spi.ContentChecker;
import cn.huiyin.safety.spi.ContentChecker.Kind;
import cn.huiyin.safety.spi.ContentChecker.Media;
import cn.huiyin.safety.spi.ContentChecker.Text;
import cn.huiyin.safety.spi.Finding;
import cn.huiyin.safety.spi.Finding.CannotTell;
import cn.huiyin.safety.spi.Finding.Judged;
import cn.huiyin.safety.spi.Finding.Suggest;
import cn.huiyin.safety.store.Job;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks about one piece of content: a text piece by piece, a file by a link that WeChat can fetch. */
@Component
class ContentInquiry {

    private static final Logger LOG = LoggerFactory.getLogger(ContentInquiry.class);

    /** What WeChat takes, by content type. Source: 多媒体内容安全识别 media_url; WebP, M4A, AMR and SILK are not in its list. */
    private static final Map<String, Kind> TAKEN = Map.of(
            "image/jpeg", Kind.PHOTO,
            "image/png", Kind.PHOTO,
            "audio/mpeg", Kind.VOICE,
            "audio/aac", Kind.VOICE);

    private final ContentChecker checker;
    private final Attachments attachments;
    private final MediaLinks links;
    private final @Nullable URI base;

    ContentInquiry(ContentChecker checker, Attachments attachments, MediaLinks links, SafetySettings settings) {
        this.checker = checker;
        this.attachments = attachments;
        this.links = links;
        this.base = settings.publicBaseUrl();
        if (base == null) {
            LOG.warn("huiyin.safety.public-base-url is not set: WeChat cannot fetch photos, each is for a human");
        }
    }

    /** @param openid null for somebody whom WeChat does not know */
    Mono<Finding> about(Job job, @Nullable String openid) {
        if (openid == null) {
            return Mono.just(new CannotTell("没有小程序账号"));
        }
        String words = job.words();
        return words == null ? file(job, openid) : text(job, openid, words);
    }

    /** The worst of its pieces counts; the first one that nobody judges ends it. */
    private Mono<Finding> text(Job job, String openid, String words) {
        if (words.isBlank()) {
            return Mono.just(new Judged(Suggest.PASS, 100));
        }
        return Flux.fromIterable(Pieces.of(words, ContentChecker.LONGEST))
                .concatMap(piece -> checker.text(new Text(openid, job.scene(), piece)))
                .takeUntil(finding -> !(finding instanceof Judged))
                .reduce(ContentInquiry::worse);
    }

    private static Finding worse(Finding one, Finding other) {
        return one instanceof Judged before && other instanceof Judged now ? Labels.worse(before, now) : other;
    }

    private Mono<Finding> file(Job job, String openid) {
        MediaId id = new MediaId(Objects.requireNonNull(job.media()));
        return attachments.find(id).flatMap(found -> file(job, openid, found)).defaultIfEmpty(new CannotTell("文件不在了"));
    }

    private Mono<Finding> file(Job job, String openid, Attachment file) {
        Kind kind = TAKEN.get(file.contentType());
        if (kind == null || base == null) {
            return Mono.just(new CannotTell(kind == null ? "微信不能核对这种文件" : "没有配置对外网址"));
        }
        String url = base.resolve(links.link(file.id())).toString();
        return checker.media(new Media(openid, job.scene(), kind, url));
    }
}
