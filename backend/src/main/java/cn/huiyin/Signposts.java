package cn.huiyin;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webflux.autoconfigure.WebFluxRegistrations;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.Element;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ServerWebExchange;

/**
 * The way to the method that answers. Spring asks each of a hundred and fifty methods about method, parameters and types
 * before it looks at the address, for each request; here the address is looked at first, and most are out after a word.
 */
@Component
class Signposts implements WebFluxRegistrations {

    @Override
    public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new AddressFirst();
    }

    private static final class AddressFirst extends RequestMappingHandlerMapping {

        private final Map<RequestMappingInfo, List<Shape>> shapes = new ConcurrentHashMap<>();

        @Override
        protected void registerHandlerMethod(Object handler, Method method, RequestMappingInfo mapping) {
            shapes.put(
                    mapping,
                    mapping.getPatternsCondition().getPatterns().stream()
                            .map(pattern -> Shape.of(pattern.getPatternString()))
                            .toList());
            super.registerHandlerMethod(handler, method, mapping);
        }

        @Override
        protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo info, ServerWebExchange exchange) {
            var path = exchange.getRequest().getPath().pathWithinApplication();
            for (var shape : shapes.getOrDefault(info, Shape.ANY)) {
                if (shape.mayBe(path)) {
                    return super.getMatchingMapping(info, exchange);
                }
            }
            return null;
        }
    }

    /**
     * What an address must look like at least; whether it fits is Spring's word.
     *
     * @param words each between two strokes, empty where any may stand; none where there may be any number of them
     */
    record Shape(List<String> words) {

        static final List<Shape> ANY = List.of(new Shape(List.of()));

        private static final Pattern PLAIN = Pattern.compile("(/[^/*?:]+)+");

        static Shape of(String pattern) {
            return new Shape(
                    !PLAIN.matcher(pattern).matches()
                            ? List.of()
                            : Stream.of(pattern.split("/", -1))
                                    .skip(1)
                                    .map(word -> word.contains("{") ? "" : word)
                                    .toList());
        }

        boolean mayBe(PathContainer path) {
            if (words.isEmpty()) {
                return true;
            }
            // a stroke before each word
            List<Element> elements = path.elements();
            if (elements.size() != 2 * words.size()) {
                return false;
            }
            for (int i = words.size() - 1; i >= 0; i--) {
                var word = words.get(i);
                if (!word.isEmpty()
                        && !(elements.get(2 * i + 1) instanceof PathSegment said
                                && said.valueToMatch().equals(word))) {
                    return false;
                }
            }
            return true;
        }
    }
}
