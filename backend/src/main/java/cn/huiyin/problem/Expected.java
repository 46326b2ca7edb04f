package cn.huiyin.problem;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/** Says in Chinese what a field of a type should have held. */
final class Expected {

    private static final Map<Class<?>, String> SENTENCES = Map.ofEntries(
            Map.entry(String.class, "应为文字"),
            Map.entry(Boolean.class, "应为 true 或 false"),
            Map.entry(Byte.class, "应为整数"),
            Map.entry(Short.class, "应为整数"),
            Map.entry(Integer.class, "应为整数"),
            Map.entry(Long.class, "应为整数"),
            Map.entry(Float.class, "应为数字"),
            Map.entry(Double.class, "应为数字"),
            Map.entry(BigDecimal.class, "应为数字"),
            Map.entry(Instant.class, "应为时间，例如 2026-11-22T09:30:00+08:00"),
            Map.entry(LocalDate.class, "应为日期，例如 2026-11-22"),
            Map.entry(LocalTime.class, "应为时刻，例如 09:30"),
            Map.entry(Duration.class, "应为时长，例如 PT72H"));

    private Expected() {}

    static String of(@Nullable Class<?> type) {
        if (type == null) {
            return "格式不对";
        }
        if (type.isEnum()) {
            return "只能是 " + words(type) + " 之一";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "应为列表";
        }
        String sentence = SENTENCES.get(ClassUtils.resolvePrimitiveIfNecessary(type));
        return sentence != null ? sentence : isObject(type) ? "应为对象" : "格式不对";
    }

    private static String words(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .collect(Collectors.joining("、"));
    }

    private static boolean isObject(Class<?> type) {
        return type.isRecord() || Map.class.isAssignableFrom(type);
    }
}
