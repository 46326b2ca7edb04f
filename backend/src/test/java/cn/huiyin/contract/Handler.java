package cn.huiyin.contract;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/** A method of a controller, as it is written in Java, and one call that it answers. */
record Handler(String call, Method java) {

    /** All of the product's; those of the rehearsal are not in the contract. */
    static List<Handler> all() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
        return scanner.findCandidateComponents("cn.huiyin").stream()
                .map(found -> Objects.requireNonNull(found.getBeanClassName()))
                .filter(name -> !name.startsWith("cn.huiyin.rehearsal."))
                .sorted()
                .map(name -> ClassUtils.resolveClassName(name, Handler.class.getClassLoader()))
                .flatMap(Handler::of)
                .toList();
    }

    static Stream<Handler> of(Class<?> controller) {
        RequestMapping above = AnnotatedElementUtils.findMergedAnnotation(controller, RequestMapping.class);
        List<String> roots = above == null || above.path().length == 0 ? List.of("") : List.of(above.path());
        return Arrays.stream(controller.getDeclaredMethods())
                .filter(method -> AnnotatedElementUtils.hasAnnotation(method, RequestMapping.class))
                .flatMap(method -> roots.stream().flatMap(root -> calls(root, method)));
    }

    private static Stream<Handler> calls(String root, Method method) {
        RequestMapping mapping = mapping(method);
        List<String> paths = mapping.path().length == 0 ? List.of("") : List.of(mapping.path());
        return paths.stream()
                .map(path -> (root + path).replaceAll("\\{(\\w+):[^/]*}(?=/|$)", "{$1}"))
                .flatMap(path -> Arrays.stream(mapping.method()).map(verb -> new Handler(verb + " " + path, method)));
    }

    private static RequestMapping mapping(Method method) {
        return Objects.requireNonNull(AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class));
    }

    List<String> produces() {
        return List.of(mapping(java).produces());
    }

    List<String> consumes() {
        return List.of(mapping(java).consumes());
    }

    List<Parameter> parameters() {
        return List.of(java.getParameters());
    }

    /** Whether it may read of the request what its parameters do not say. */
    boolean readsTheRequestItself() {
        return parameters().stream()
                .map(Parameter::getType)
                .anyMatch(type -> type == ServerWebExchange.class || type == ServerHttpRequest.class);
    }

    @Override
    public String toString() {
        return call + " (" + java.getDeclaringClass().getSimpleName() + "." + java.getName() + ")";
    }
}
