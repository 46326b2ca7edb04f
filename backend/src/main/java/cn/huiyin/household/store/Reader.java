package cn.huiyin.household.store;

import cn.huiyin.identity.AccountId;
import cn.huiyin.identity.Caller;
import cn.huiyin.identity.Post;
import cn.huiyin.identity.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who reads, as far as homes are concerned: roles and the paths they reach, side by side. Who reaches a home over none of
 * them is told that there is none.
 */
public record Reader(long account, List<String> roles, List<String> places) {

    private static final Set<Role> REACH_HOMES = EnumSet.of(Role.GRID_WORKER, Role.DISPATCHER, Role.SUPERVISOR);

    /** Staff, with those of these roles that they hold. */
    public static Reader of(Caller caller, Set<Role> roles) {
        List<Post> posts = caller.posts().stream()
                .filter(post -> post.place() != null && roles.contains(post.role()))
                .toList();
        return new Reader(
                caller.id().value(),
                posts.stream().map(post -> post.role().name()).toList(),
                posts.stream().map(Reader::place).toList());
    }

    public static Reader of(Caller caller) {
        return of(caller, REACH_HOMES);
    }

    /** The program itself, everywhere. */
    public static Reader everywhere(AccountId by) {
        return new Reader(by.value(), List.of("SYSTEM"), List.of(Post.EVERYWHERE.value()));
    }

    private static String place(Post post) {
        return post.place() == null ? "" : post.place().value();
    }

    /** What the reader is to a place. */
    public Set<String> partsAt(String path) {
        Set<String> parts = new java.util.TreeSet<>();
        for (int i = 0; i < roles.size(); i++) {
            if (path.startsWith(places.get(i))) {
                parts.add(roles.get(i));
            }
        }
        return parts;
    }

    public boolean reachesNothing() {
        return roles.isEmpty();
    }

    String[] roleArray() {
        return roles.toArray(String[]::new);
    }

    String[] placeArray() {
        return places.toArray(String[]::new);
    }

    /** A look at what is sealed; null where nothing sealed is shown to staff. */
    public record Look(String purpose, String what) {

        static @Nullable String purposeOf(@Nullable Look look) {
            return look == null ? null : look.purpose();
        }

        static @Nullable String whatOf(@Nullable Look look) {
            return look == null ? null : look.what();
        }
    }
}
