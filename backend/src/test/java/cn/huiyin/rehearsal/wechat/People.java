package cn.huiyin.rehearsal.wechat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;

/**
 * Who is on WeChat. A code {@code demo-x} is {@code o-demo-x} each time; any other code is somebody of its own, and works
 * once. Of the demo people all follow the official account but demo-resident-2.
 */
final class People {

    private static final String DEMO = "demo-";
    private static final Set<String> DEMO_NOT_FOLLOWING = Set.of("mp-demo-resident-2");

    private final Set<String> usedCodes = new HashSet<>();
    private final Set<String> following = new HashSet<>();
    private final Set<String> notFollowing = new HashSet<>(DEMO_NOT_FOLLOWING);

    record Person(String openid, String unionid, String sessionKey) {}

    static Person behind(String code) {
        var name = code.startsWith(DEMO) ? code : hash(code).substring(0, 26);
        return new Person("o-" + name, "u-" + name, hash("session " + code).substring(0, 22) + "==");
    }

    static String phoneBehind(String code) {
        var number = Math.floorMod(code.hashCode(), 10_000);
        return "1390000%04d".formatted(number);
    }

    /** False where the code was used before. */
    boolean use(String code) {
        return code.startsWith(DEMO) || usedCodes.add(code);
    }

    boolean follows(String openid) {
        return following.contains(openid) || openid.startsWith("mp-demo-") && !notFollowing.contains(openid);
    }

    void follow(String openid) {
        following.add(openid);
        notFollowing.remove(openid);
    }

    void unfollow(String openid) {
        following.remove(openid);
        notFollowing.add(openid);
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
