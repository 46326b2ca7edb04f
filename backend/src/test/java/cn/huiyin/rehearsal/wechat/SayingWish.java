package cn.huiyin.rehearsal.wechat;

import static cn.huiyin.rehearsal.wechat.WechatRehearsalController.invalid;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * What a person does in the official account, as it is asked for; one thing at a time.
 *
 * @param openid as the official account knows them, such as {@code mp-demo-resident}
 * @param text what they write
 * @param voice what WeChat understands of what they say; empty where it understands nothing
 * @param picture the media id of a picture
 * @param menu the key of the menu's entry that they tap
 * @param scan the scene of the code that they scan
 * @param follow they begin to follow, by a code with this scene; empty for without
 * @param unfollow true: they no longer follow
 */
record SayingWish(
        @Nullable String openid,
        @Nullable String text,
        @Nullable String voice,
        @Nullable String picture,
        @Nullable String menu,
        @Nullable String scan,
        @Nullable String follow,
        @Nullable Boolean unfollow) {

    String who() {
        if (openid == null || !openid.matches("mp-[A-Za-z0-9_-]{1,60}")) {
            throw invalid("openid", "填写公众号里的 openid，例如 mp-demo-resident");
        }
        return openid;
    }

    Saying saying() {
        var all = new ArrayList<Saying>();
        add(all, text == null ? null : Saying.text(text));
        add(all, voice == null ? null : Saying.voice(voice));
        add(all, picture == null ? null : Saying.picture(picture));
        add(all, menu == null ? null : Saying.menu(menu));
        add(all, scan == null ? null : Saying.scan(scan));
        add(all, follow == null ? null : Saying.follow(follow));
        add(all, Boolean.TRUE.equals(unfollow) ? Saying.unfollow() : null);
        if (all.size() != 1) {
            throw invalid("text", "text、voice、picture、menu、scan、follow、unfollow 选一个");
        }
        return all.get(0);
    }

    private static void add(ArrayList<Saying> all, @Nullable Saying saying) {
        if (saying != null) {
            all.add(saying);
        }
    }

    /** @param reply what they were answered at once; null where nothing was said (yet) */
    record View(@Nullable String reply) {}
}
