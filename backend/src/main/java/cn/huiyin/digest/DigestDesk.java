package cn.huiyin.digest;

import cn.huiyin.classification.Categories;
import cn.huiyin.classification.Category;
import cn.huiyin.community.Community;
import cn.huiyin.community.Place;
import cn.huiyin.community.PlaceId;
import cn.huiyin.community.PlacePath;
import cn.huiyin.digest.domain.DigestKind;
import cn.huiyin.digest.store.Digests;
import cn.huiyin.digest.store.Digests.Kept;
import cn.huiyin.digest.store.Digests.Reach;
import cn.huiyin.identity.Caller;
import cn.huiyin.identity.Post;
import cn.huiyin.problem.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Digests that were told, for whoever holds a post over the place. */
@Component
public class DigestDesk {

    private static final Refusal NOT_YOURS = Refusal.notYours("NOT_ALLOWED", "只有工作人员可以查看工作情况汇总");
    private static final Refusal UNKNOWN = Refusal.unknown("DIGEST_NOT_FOUND", "没有这份汇总");

    private final Digests digests;
    private final Community community;
    private final Categories categories;

    DigestDesk(Digests digests, Community community, Categories categories) {
        this.digests = digests;
        this.community = community;
        this.categories = categories;
    }

    /** The newest first. */
    public Mono<List<Kept>> page(Caller caller, Collection<DigestKind> kinds, long before, int size) {
        var paths = paths(caller).toList();
        return paths.isEmpty()
                ? Mono.error(NOT_YOURS)
                : digests.page(reach(paths), kinds, before, size).collectList();
    }

    public Mono<Kept> find(Caller caller, long id) {
        return digests.find(id)
                .filter(kept -> paths(caller).anyMatch(path -> path.covers(kept.path())))
                .switchIfEmpty(Mono.error(UNKNOWN));
    }

    /** What a place is called; its id where it is no longer there. */
    public String placeName(String id) {
        return community.atlas().place(new PlaceId(id)).map(Place::name).orElse(id);
    }

    public Optional<String> categoryName(String code) {
        return categories.find(code).map(Category::name);
    }

    private static Stream<PlacePath> paths(Caller caller) {
        return caller.posts().stream().map(Post::place).flatMap(Stream::ofNullable);
    }

    private Reach reach(List<PlacePath> paths) {
        return new Reach(
                paths.contains(Post.EVERYWHERE)
                        ? ids(community.atlas().streets().stream().map(Place::path))
                        : ids(paths.stream().filter(deep(1))),
                ids(paths.stream().filter(deep(2))),
                ids(paths.stream().filter(deep(3))));
    }

    private static List<String> ids(Stream<PlacePath> paths) {
        return paths.map(path -> path.last().value()).distinct().toList();
    }

    /** So many steps below everything: a street is 1. */
    private static Predicate<PlacePath> deep(int steps) {
        return path -> path.value().chars().filter(c -> c == '/').count() == steps + 1;
    }
}
