package cn.huiyin.household;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of asked changes. It is kept for repeated requests, so it holds nothing personal.
 *
 * @param applied which facts hold from now on, such as {@code member/m1}
 * @param proposed which wait for staff to confirm
 */
public record Receipt(String id, @Nullable String etag, List<String> applied, List<String> proposed) {}
