package cn.huiyin.problem;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says in Chinese what is wrong with JSON, and names the field by its path, such as {@code place.gridId} or {@code media[2]}. */
final class JsonFaults {

    /** A field name that came from the client is shown, but not at any length. */
    private static final int LONGEST_PATH = 100;

    private static final Refusal MALFORMED = Refusal.of(400, "MALFORMED_JSON", "内容不是正确的 JSON");
    private static final Refusal DUPLICATE = Refusal.of(400, "MALFORMED_JSON", "同一个字段出现了两次");
    private static final Refusal EXCESSIVE = Refusal.of(400, "MALFORMED_JSON", "JSON 嵌套太深，或其中的数字、文字太长");

    private JsonFaults() {}

    static Refusal explain(JacksonException failure) {
        if (failure instanceof StreamConstraintsException) {
            return EXCESSIVE;
        }
        if (failure instanceof StreamReadException && !(failure instanceof InputCoercionException)) {
            return failure.getOriginalMessage().startsWith("Duplicate") ? DUPLICATE : MALFORMED;
        }
        String field = path(failure);
        return Refusal.invalid(new Fault(field, sentence(field, failure)));
    }

    private static String sentence(String field, JacksonException failure) {
        if (failure instanceof UnrecognizedPropertyException) {
            return "没有「" + field + "」这个字段";
        }
        String subject = field.isEmpty() ? "请求内容" : field;
        if (failure instanceof InputCoercionException) {
            return subject + " 的数字超出范围";
        }
        Class<?> target = failure instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        if (failure instanceof InvalidFormatException && target == String.class) {
            return subject + " 含有不能使用的字符";
        }
        return subject + " " + Expected.of(target);
    }

    private static String path(JacksonException failure) {
        var path = new StringBuilder();
        for (Reference step : failure.getPath()) {
            append(path, step.getPropertyName(), step.getIndex());
        }
        return path.length() > LONGEST_PATH ? path.substring(0, LONGEST_PATH) + "…" : path.toString();
    }

    private static void append(StringBuilder path, @Nullable String name, int index) {
        if (name == null) {
            path.append('[').append(index).append(']');
            return;
        }
        path.append(path.isEmpty() ? "" : ".").append(name);
    }
}
