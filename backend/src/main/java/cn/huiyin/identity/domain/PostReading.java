package cn.huiyin.identity.domain;

import cn.huiyin.community.Atlas;
import cn.huiyin.community.Place;
import cn.huiyin.community.PlaceId;
import cn.huiyin.community.PlacePath;
import cn.huiyin.community.UnitId;
import cn.huiyin.identity.Post;
import cn.huiyin.identity.PostAsked;
import cn.huiyin.identity.Role;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns what an administrator wrote into posts, and names every field that does not fit. */
public final class PostReading {

    private final Atlas atlas;
    private final List<Fault> faults = new ArrayList<>();

    private PostReading(Atlas atlas) {
        this.atlas = atlas;
    }

    public static List<Post> read(List<PostAsked> asked, Atlas atlas) {
        PostReading reading = new PostReading(atlas);
        List<Post> posts = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            posts.add(reading.post(asked.get(i), "posts[" + i + "]."));
        }
        if (!reading.faults.isEmpty()) {
            throw Refusal.invalid(reading.faults);
        }
        return posts;
    }

    private Post post(PostAsked asked, String at) {
        UnitId unit = unit(asked.unitId(), at);
        return switch (asked.role().reach()) {
            case PLACE -> new Post(asked.role(), reach(asked, at), unit);
            case UNIT -> {
                require(asked.unitId() != null, at + "unitId", "这个岗位要指明所在单位");
                require(asked.placeId() == null, at + "placeId", "这个岗位只按单位设置，不填地点");
                yield new Post(asked.role(), null, unit);
            }
            case NOBODY_GIVES_IT -> {
                require(false, at + "role", "这个身份不能任命");
                yield new Post(asked.role(), null, null);
            }
        };
    }

    private @Nullable PlacePath reach(PostAsked asked, String at) {
        if (asked.placeId() == null) {
            require(asked.role() == Role.ADMIN, at + "placeId", "这个岗位要指明负责的地点");
            return Post.EVERYWHERE;
        }
        Place place = atlas.place(new PlaceId(asked.placeId())).orElse(null);
        require(place != null, at + "placeId", "没有这个地点");
        return place == null ? null : place.path();
    }

    private @Nullable UnitId unit(@Nullable String written, String at) {
        if (written == null) {
            return null;
        }
        UnitId unit = new UnitId(written);
        require(atlas.unit(unit).isPresent(), at + "unitId", "没有这个单位");
        return unit;
    }

    private void require(boolean fits, String field, String detail) {
        if (!fits) {
            faults.add(new Fault(field, detail));
        }
    }
}
