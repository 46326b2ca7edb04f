package cn.huiyin.contract;

import cn.huiyin.contract.Check.Kind;
import cn.huiyin.contract.Contract.Operation;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.ValueConstants;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lays one method of a controller beside what the document says of its call. */
final class Comparison {

    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;

    private final Operation operation;
    private final Spot written;
    private final Handler handler;
    private final List<Handler> others;
    private final List<Check> checks = new ArrayList<>();
    private final Shapes shapes;

    private Comparison(Contract contract, Operation operation, Handler handler, List<Handler> others) {
        this.shapes = new Shapes(contract, checks::add);
        this.operation = operation;
        this.written = Spot.of(contract, operation);
        this.handler = handler;
        this.others = others;
    }

    /**
     * Every respect in which the two were compared.
     *
     * @param all the handlers of the house, for two may answer the same call, each for another type of content
     */
    static List<Check> of(Contract contract, Operation operation, Handler handler, List<Handler> all) {
        var others = all.stream()
                .filter(other -> other.call().equals(handler.call()))
                .toList();
        var comparison = new Comparison(contract, operation, handler, others);
        comparison.parameters();
        comparison.body();
        comparison.answer();
        return comparison.checks;
    }

    /** A parameter as Java declares it. */
    private record Declared(Parameter java, String in, String name, boolean required, String whenMissing) {

        static @Nullable Declared of(Parameter parameter) {
            boolean mayBeMissing = parameter.getType() == Optional.class
                    || parameter.getAnnotatedType().isAnnotationPresent(Nullable.class);
            PathVariable path = AnnotatedElementUtils.getMergedAnnotation(parameter, PathVariable.class);
            if (path != null) {
                return new Declared(parameter, "path", named(path.name(), parameter), path.required(), "");
            }
            RequestParam query = AnnotatedElementUtils.getMergedAnnotation(parameter, RequestParam.class);
            if (query != null) {
                return new Declared(
                        parameter,
                        "query",
                        named(query.name(), parameter),
                        query.required()
                                && !mayBeMissing
                                && query.defaultValue().equals(ValueConstants.DEFAULT_NONE),
                        query.defaultValue().equals(ValueConstants.DEFAULT_NONE) ? "" : query.defaultValue());
            }
            RequestHeader header = AnnotatedElementUtils.getMergedAnnotation(parameter, RequestHeader.class);
            return header == null
                    ? null
                    : new Declared(
                            parameter,
                            "header",
                            named(header.name(), parameter),
                            header.required() && !mayBeMissing,
                            "");
        }

        private static String named(String name, Parameter parameter) {
            return name.isEmpty() ? parameter.getName() : name;
        }

        String key() {
            return in + " " + (in.equals("header") ? name.toLowerCase(Locale.ROOT) : name);
        }
    }

    private void parameters() {
        Map<String, Spot> inDocument = new HashMap<>();
        Spot list = written.child("parameters");
        for (int i = 0; i < list.node().size(); i++) {
            Spot one = list.child(i);
            String name = one.node().path("name").asString();
            String in = one.node().path("in").asString();
            inDocument.put(in + " " + (in.equals("header") ? name.toLowerCase(Locale.ROOT) : name), one);
        }
        Map<String, Declared> inCode = new HashMap<>();
        handler.parameters().stream().map(Declared::of).forEach(declared -> {
            if (declared != null) {
                inCode.put(declared.key(), declared);
            }
        });
        inCode.forEach((key, declared) -> parameter(key, declared, inDocument.get(key)));
        if (!handler.readsTheRequestItself()) {
            inDocument.keySet().removeAll(inCode.keySet());
            others.stream()
                    .flatMap(other -> other.parameters().stream())
                    .map(Declared::of)
                    .filter(Objects::nonNull)
                    .forEach(declared -> inDocument.remove(declared.key()));
            check(written, Kind.PARAMETER_NAMES, "", inDocument.isEmpty(), "the code knows no " + inDocument.keySet());
        }
    }

    private void parameter(String key, Declared declared, Spot spot) {
        if (spot == null) {
            check(written, Kind.PARAMETER_NAMES, "", false, key + " is not in the document");
            return;
        }
        check(spot, Kind.PARAMETER_NAME, "", true, "");
        boolean said = spot.node().path("required").asBoolean(false);
        boolean mustAgree = !declared.in().equals("header") || declared.required();
        if (mustAgree) {
            check(spot, Kind.PARAMETER_REQUIRED, "", said == declared.required(), key + " required: " + said);
        }
        Spot schema = spot.child("schema");
        shapes.parameter(schema, declared.java());
        if (!declared.whenMissing().isEmpty() && schema.node().has("default")) {
            String whenMissing = schema.node().path("default").asString();
            check(schema, Kind.DEFAULT, "", whenMissing.equals(declared.whenMissing()), key + " is " + whenMissing);
        }
    }

    private void body() {
        Spot body = written.child("requestBody");
        Parameter declared = handler.parameters().stream()
                .filter(parameter -> parameter.isAnnotationPresent(RequestBody.class))
                .findFirst()
                .orElse(null);
        check(written, Kind.BODY, "", (declared != null) == body.isThere(), "body in the document: " + body.isThere());
        if (declared == null || !body.isThere()) {
            return;
        }
        String type = mediaTypeOf(declared);
        Spot content = body.child("content");
        check(content, Kind.MEDIA_TYPE, type, content.node().has(type), "it takes " + type);
        if (type.equals(JSON)) {
            boolean required = declared.getAnnotation(RequestBody.class).required();
            boolean said = body.node().path("required").asBoolean(false);
            check(body, Kind.BODY_REQUIRED, "", said == required, "required: " + said);
            shapes.asked(content.child(type).child("schema"), declared.getAnnotatedType());
        }
    }

    private String mediaTypeOf(Parameter body) {
        if (!handler.consumes().isEmpty()) {
            return handler.consumes().get(0).replaceAll(";.*", "");
        }
        return Flux.class.isAssignableFrom(body.getType()) ? MediaType.MULTIPART_FORM_DATA_VALUE : JSON;
    }

    private void answer() {
        AnnotatedType told = argument(handler.java().getAnnotatedReturnType());
        boolean byHand = raw(told) == ResponseEntity.class;
        AnnotatedType content = byHand ? argument(told) : told;
        String status = status();
        Spot responses = written.child("responses");
        if (!byHand) {
            check(responses, Kind.STATUS, status, responses.node().has(status), "it answers " + status);
        }
        for (String said : responses.node().propertyNames()) {
            if (said.startsWith("2") && (byHand || said.equals(status))) {
                content(responses.child(said), content);
            }
        }
    }

    private String status() {
        var status = MergedAnnotations.from(handler.java()).get(ResponseStatus.class);
        HttpStatus code = status.isPresent() ? status.getEnum("code", HttpStatus.class) : HttpStatus.OK;
        return Integer.toString(code.value());
    }

    private void content(Spot response, AnnotatedType type) {
        Spot content = response.child("content");
        if (raw(type) == Void.class) {
            check(response, Kind.NO_CONTENT, "", !content.isThere(), "an answer without content");
            return;
        }
        if (!content.isThere()) {
            return;
        }
        handler.produces()
                .forEach(media ->
                        check(content, Kind.MEDIA_TYPE, media, content.node().has(media), "it gives " + media));
        if (handler.produces().isEmpty() && Shapes.isRecord(raw(type))) {
            check(content, Kind.MEDIA_TYPE, JSON, content.node().has(JSON), "it gives JSON");
            shapes.answered(content.child(JSON).child("schema"), type);
        }
    }

    /** What is inside of {@code Mono<…>}, {@code Flux<…>} or {@code ResponseEntity<…>}. */
    private static AnnotatedType argument(AnnotatedType type) {
        Class<?> raw = raw(type);
        boolean wraps = raw == Mono.class || raw == Flux.class || raw == ResponseEntity.class;
        return wraps && type instanceof AnnotatedParameterizedType wrapped
                ? wrapped.getAnnotatedActualTypeArguments()[0]
                : type;
    }

    private static Class<?> raw(AnnotatedType type) {
        return org.springframework.core.ResolvableType.forType(type.getType()).toClass();
    }

    private void check(Spot spot, Kind kind, String word, boolean good, String difference) {
        checks.add(new Check(spot.pointer(), kind, word, good ? "" : operation + ": " + difference));
    }
}
