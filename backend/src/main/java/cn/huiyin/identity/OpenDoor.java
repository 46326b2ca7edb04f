package cn.huiyin.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * A path that needs no login, declared as a bean by the module that answers there. A token that comes along is not
 * looked at, so a stale one does no harm.
 *
 * @param method null for every method
 * @param pattern as in {@code @RequestMapping}, such as {@code /wechat/**}
 */
public record OpenDoor(@Nullable HttpMethod method, String pattern) {}
