package cn.huiyin.contract;

import cn.huiyin.contract.Check.Kind;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import tools.jackson.databind.JsonNode;

/** Lays types of Java beside schemas of the document. */
final class Shapes {

    /** How types of Java are called in JSON; what is neither here nor a record, an enum or a list is not compared. */
    private static final Map<Class<?>, String> NAMES = Map.ofEntries(
            Map.entry(String.class, "string"),
            Map.entry(Instant.class, "string"),
            Map.entry(LocalDate.class, "string"),
            Map.entry(LocalTime.class, "string"),
            Map.entry(Boolean.class, "boolean"),
            Map.entry(boolean.class, "boolean"),
            Map.entry(Integer.class, "integer"),
            Map.entry(int.class, "integer"),
            Map.entry(Long.class, "integer"),
            Map.entry(long.class, "integer"),
            Map.entry(Double.class, "number"),
            Map.entry(double.class, "number"),
            Map.entry(BigDecimal.class, "number"));

    private static final Map<String, String> WHAT_IS_LIMITED = Map.of("array", "Items", "object", "Properties");

    private static final Map<Class<?>, String> FORMATS = Map.of(Instant.class, "date-time", LocalDate.class, "date");

    /** Words of an enum that do not go over every line. */
    private static final Map<String, Set<String>> KEPT_INSIDE = Map.of(
            "CheckState", Set.of("PASSED", "RELEASED"),
            "Move", Set.of("SUBMIT", "SUPPLEMENT", "NUDGE", "CALLBACK", "REPLAN"));

    private final Contract contract;
    private final Consumer<Check> checks;
    private final Set<String> compared = new HashSet<>();

    Shapes(Contract contract, Consumer<Check> checks) {
        this.contract = contract;
        this.checks = checks;
    }

    static boolean isRecord(Class<?> type) {
        return type.isRecord();
    }

    /** Ids are strings in the document and may be numbers here. */
    void parameter(Spot schema, Parameter parameter) {
        ResolvableType type = ResolvableType.forType(parameter.getParameterizedType());
        if ("integer".equals(NAMES.get(type.toClass()))
                && schema.node().path("type").asString("").equals("string")) {
            return;
        }
        value(schema, type, parameter.getAnnotatedType(), Way.ASKED);
        limits(schema, parameter);
    }

    /** What comes in. */
    void asked(Spot schema, AnnotatedType type) {
        value(schema, ResolvableType.forType(type.getType()), type, Way.ASKED);
    }

    /** What goes out: every property is there, and null only where the document says so. */
    void answered(Spot schema, AnnotatedType type) {
        value(schema, ResolvableType.forType(type.getType()), type, Way.ANSWERED);
    }

    private enum Way {
        ASKED,
        ANSWERED
    }

    private void value(Spot written, ResolvableType type, AnnotatedType annotated, Way way) {
        Spot schema = plain(written);
        Class<?> raw = type.toClass();
        if (!compared.add(schema.pointer() + " " + type + " " + way) || !schema.isThere()) {
            return;
        }
        if (raw.isEnum()) {
            named(schema, "string", type);
            words(schema, raw);
        } else if (NAMES.containsKey(raw)) {
            named(schema, NAMES.get(raw), type);
            format(schema, raw);
        } else if (Collection.class.isAssignableFrom(raw)) {
            named(schema, "array", type);
            value(schema.child("items"), type.asCollection().getGeneric(0), inner(annotated, 0), way);
            AnnotatedType item = inner(annotated, 0);
            if (item != null) {
                limits(schema.child("items"), item);
            }
        } else if (Map.class.isAssignableFrom(raw)) {
            named(schema, "object", type);
            if (schema.node().path("additionalProperties").isObject()) {
                value(schema.child("additionalProperties"), type.asMap().getGeneric(1), inner(annotated, 1), way);
            }
        } else if (raw.isRecord()) {
            named(schema, "object", type);
            properties(schema, type, way);
        }
    }

    /** {@code allOf} of one is how the document says that a thing with a name may be null. */
    private static Spot plain(Spot schema) {
        return schema.node().path("allOf").size() == 1 ? schema.child("allOf").child(0) : schema;
    }

    private static @Nullable AnnotatedType inner(@Nullable AnnotatedType type, int index) {
        return type instanceof AnnotatedParameterizedType list && list.getAnnotatedActualTypeArguments().length > index
                ? list.getAnnotatedActualTypeArguments()[index]
                : null;
    }

    private void named(Spot schema, String name, ResolvableType type) {
        String said = schema.node().path("type").asString("");
        check(schema, Kind.TYPE, name, said.equals(name), type + " is " + name + " and not " + said);
    }

    private void format(Spot schema, Class<?> type) {
        String format = FORMATS.getOrDefault(type, "");
        if (!format.isEmpty()) {
            String said = schema.node().path("format").asString("");
            check(schema, Kind.FORMAT, "", said.equals(format), type.getSimpleName() + " is " + format);
        }
    }

    private void words(Spot schema, Class<?> type) {
        Set<String> known = Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> told = new TreeSet<>(known);
        told.removeAll(KEPT_INSIDE.getOrDefault(type.getSimpleName(), Set.of()));
        Set<String> said = schema.node()
                .path("enum")
                .valueStream()
                .filter(word -> !word.isNull())
                .map(JsonNode::asString)
                .collect(Collectors.toCollection(TreeSet::new));
        boolean same = said.equals(known) || said.equals(told);
        check(schema, Kind.ENUM, "", same, type.getSimpleName() + " knows " + known + " and not " + said);
    }

    private void properties(Spot schema, ResolvableType type, Way way) {
        Map<String, RecordComponent> components = new LinkedHashMap<>();
        for (RecordComponent component : type.toClass().getRecordComponents()) {
            components.put(nameOf(component), component);
        }
        Set<String> said = new TreeSet<>(schema.node().path("properties").propertyNames());
        Set<String> unheard = new TreeSet<>(said);
        unheard.removeAll(components.keySet());
        unheard.removeIf(name -> isReckoned(type.toClass(), name));
        check(schema, Kind.PROPERTIES, "", unheard.isEmpty(), type + " has no " + unheard);
        components.forEach((name, component) -> {
            check(schema, Kind.PROPERTY, name, said.contains(name), type + " has " + name);
            if (said.contains(name)) {
                property(schema, name, component, type, way);
            }
        });
    }

    /** Told by a method, {@code isTop} for {@code top}. */
    private static boolean isReckoned(Class<?> type, String name) {
        String getter = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        return Arrays.stream(type.getMethods())
                .anyMatch(method -> method.getParameterCount() == 0
                        && (method.getName().equals("is" + getter)
                                || method.getName().equals("get" + getter)));
    }

    private static String nameOf(RecordComponent component) {
        JsonProperty other = fieldOf(component).getAnnotation(JsonProperty.class);
        return other == null ? component.getName() : other.value();
    }

    private void property(Spot schema, String name, RecordComponent component, ResolvableType owner, Way way) {
        Spot property = schema.child("properties").child(name);
        AnnotatedElement field = fieldOf(component);
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        boolean required = requires(schema, name);
        if (way == Way.ASKED) {
            boolean must = field.isAnnotationPresent(NotNull.class)
                    || field.isAnnotationPresent(NotBlank.class)
                    || field.isAnnotationPresent(NotEmpty.class);
            if (must || (nullable && isValidated(owner.toClass()))) {
                check(schema, Kind.REQUIRED, name, required == must, owner + "." + name + " required: " + must);
            }
            limits(plain(property), field);
        } else if (!field.isAnnotationPresent(JsonInclude.class)) {
            if (!contract.isAskedFor(schema.pointer())) {
                check(schema, Kind.REQUIRED, name, required, owner + "." + name + " is always there");
            }
            boolean said = property.node().path("nullable").asBoolean(false);
            check(property, Kind.NULLABLE, "", said == nullable, owner + "." + name + " nullable: " + nullable);
        }
        if (!field.isAnnotationPresent(JsonRawValue.class)) {
            value(property, resolved(component, owner), component.getAnnotatedType(), way);
        }
    }

    /** By annotations; some forms are checked by hand, so that each of many faults is told. */
    private static boolean isValidated(Class<?> form) {
        return Arrays.stream(form.getDeclaredFields())
                .flatMap(field -> Arrays.stream(field.getAnnotations()))
                .anyMatch(said -> said.annotationType().getPackageName().startsWith("jakarta.validation"));
    }

    private static boolean requires(Spot schema, String name) {
        return schema.node()
                .path("required")
                .valueStream()
                .anyMatch(required -> required.asString().equals(name));
    }

    /** {@code Page<Todo>} has lists of {@code T}. */
    private static ResolvableType resolved(RecordComponent component, ResolvableType owner) {
        Type generic = component.getGenericType();
        if (generic instanceof TypeVariable<?> variable) {
            return owner.resolveGeneric(0) == null ? ResolvableType.forType(variable) : owner.getGeneric(0);
        }
        return ResolvableType.forField(fieldOf(component), owner);
    }

    private static java.lang.reflect.Field fieldOf(RecordComponent component) {
        try {
            return component.getDeclaringRecord().getDeclaredField(component.getName());
        } catch (NoSuchFieldException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What the validator says before any code of ours sees it; how a cursor looks inside is nobody's business. */
    private void limits(Spot schema, AnnotatedElement said) {
        String what = WHAT_IS_LIMITED.getOrDefault(schema.node().path("type").asString(""), "Length");
        boolean closed = schema.node().has("properties");
        Size size = closed ? null : said.getAnnotation(Size.class);
        if (size != null && size.max() < Integer.MAX_VALUE) {
            limit(schema, "max" + what, size.max());
        }
        if (size != null && size.min() > 0) {
            limit(schema, "min" + what, size.min());
        }
        Min min = said.getAnnotation(Min.class);
        if (min != null) {
            limit(schema, "minimum", min.value());
        }
        Max max = said.getAnnotation(Max.class);
        if (max != null) {
            limit(schema, "maximum", max.value());
        }
        Pattern pattern = said.getAnnotation(Pattern.class);
        boolean opaque =
                said instanceof Parameter parameter && parameter.getName().equals("cursor");
        if (pattern != null && !opaque && !schema.node().has("enum")) {
            check(schema, Kind.PATTERN, "", schema.node().has("pattern"), "has a pattern");
        }
    }

    private void limit(Spot schema, String keyword, long limit) {
        JsonNode said = schema.node().path(keyword);
        check(schema, Kind.LIMIT, keyword, said.isNumber() && said.asLong() == limit, keyword + " is " + limit);
    }

    private void check(Spot spot, Kind kind, String word, boolean good, String difference) {
        checks.accept(new Check(spot.pointer(), kind, word, good ? "" : spot.pointer() + ": " + difference));
    }
}
