package cn.huiyin.identity;

import cn.huiyin.community.PlacePath;
import cn.huiyin.community.UnitId;
import cn.huiyin.identity.store.PostStore;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Who holds which post; at most 200 people for an answer. */
@Service
public class Staff {

    private final PostStore posts;

    public Staff(PostStore posts) {
        this.posts = posts;
    }

    /** Everybody with this role in this unit. */
    public Mono<List<AccountId>> holders(Role role, UnitId unit) {
        return posts.holders(role, unit);
    }

    /** Everybody whose post with this role covers this place, nearest reach first. */
    public Mono<List<AccountId>> holders(Role role, PlacePath there) {
        return posts.holders(role, reaches(there));
    }

    /** Of those, who has the nearest reach: a community's own people rather than the street's, as long as it has any. */
    public Mono<List<AccountId>> nearest(Role role, PlacePath there) {
        return posts.nearest(role, reaches(there));
    }

    private static List<PlacePath> reaches(PlacePath there) {
        Stream<PlacePath> upwards = Stream.iterate(
                        Optional.of(there), Optional::isPresent, step -> step.flatMap(PlacePath::wider))
                .map(Optional::get);
        return Stream.concat(upwards, Stream.of(Post.EVERYWHERE)).toList();
    }

    /** Whether somebody holds any post at all. */
    public Mono<Boolean> isStaff(AccountId id) {
        return posts.isHeldBy(id);
    }
}
