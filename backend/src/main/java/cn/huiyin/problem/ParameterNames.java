package cn.huiyin.problem;

import java.util.Optional;
import java.util.function.Function;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;

/** What the client calls a parameter of a controller's method. */
final class ParameterNames {

    private ParameterNames() {}

    static String of(MethodParameter parameter) {
        return named(parameter, RequestParam.class, RequestParam::name)
                .or(() -> named(parameter, RequestParam.class, RequestParam::value))
                .or(() -> named(parameter, PathVariable.class, PathVariable::name))
                .or(() -> named(parameter, PathVariable.class, PathVariable::value))
                .or(() -> named(parameter, RequestHeader.class, RequestHeader::name))
                .or(() -> named(parameter, RequestHeader.class, RequestHeader::value))
                .or(() -> named(parameter, CookieValue.class, CookieValue::name))
                .or(() -> named(parameter, RequestPart.class, RequestPart::name))
                .or(() -> Optional.ofNullable(parameter.getParameterName()))
                .or(() -> Optional.ofNullable(parameter.getParameter().getName()))
                .orElse("");
    }

    private static <A extends java.lang.annotation.Annotation> Optional<String> named(
            MethodParameter parameter, Class<A> kind, Function<A, String> name) {
        return Optional.ofNullable(parameter.getParameterAnnotation(kind))
                .map(name)
                .filter(given -> !given.isEmpty());
    }
}
