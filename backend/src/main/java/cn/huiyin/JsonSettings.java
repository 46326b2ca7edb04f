package cn.huiyin;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.jdk.NumberDeserializers;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdScalarSerializer;
import tools.jackson.databind.type.LogicalType;

/** JSON as the contract wants it: nothing guessed, nothing unknown let pass, times at +08:00. */
@Configuration(proxyBeanMethods = false)
class JsonSettings {

    private static final int DEEPEST = 50;
    private static final int LONGEST_TEXT = 256 * 1024;
    private static final int LONGEST_NUMBER = 50;
    private static final Pattern A_DATE = Pattern.compile("(19|2\\d)\\d\\d-\\d\\d-\\d\\d");
    private static final Pattern A_TIME = Pattern.compile("\\d\\d:\\d\\d(:\\d\\d)?");

    /** A body ends at 256 KiB anyway; these stop what is small and yet costly. */
    @Bean
    JsonFactoryBuilderCustomizer jsonLimits() {
        return factory -> factory.streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(LONGEST_TEXT)
                        .maxNumberLength(LONGEST_NUMBER)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
    }

    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return JsonSettings::strict;
    }

    static void strict(JsonMapper.Builder mapper) {
        mapper.enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .withCoercionConfig(
                        LogicalType.Textual,
                        text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .withCoercionConfigDefaults(any -> any.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
                .addModule(new SimpleModule("huiyin")
                        .addSerializer(new InstantWriter())
                        .addDeserializer(Instant.class, new InstantReader())
                        .addDeserializer(LocalDate.class, new Written<>(LocalDate.class, A_DATE, LocalDate::parse))
                        .addDeserializer(LocalTime.class, new Written<>(LocalTime.class, A_TIME, LocalTime::parse))
                        .addDeserializer(Double.class, new FiniteNumber(Double.class, null))
                        .addDeserializer(Double.TYPE, new FiniteNumber(Double.TYPE, 0.0))
                        .addDeserializer(String.class, new StorableText()));
    }

    private static final class InstantWriter extends StdScalarSerializer<Instant> {
        InstantWriter() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator out, SerializationContext context) {
            out.writeString(Rfc3339.write(value));
        }
    }

    private static final class InstantReader extends StdScalarDeserializer<Instant> {
        InstantReader() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser in, DeserializationContext context) {
            if (!in.hasToken(JsonToken.VALUE_STRING)) {
                return (Instant) context.handleUnexpectedToken(context.constructType(Instant.class), in);
            }
            try {
                return Rfc3339.read(in.getString());
            } catch (DateTimeException notATime) {
                return (Instant)
                        context.handleWeirdStringValue(Instant.class, in.getString(), "not a time of RFC 3339");
            }
        }
    }

    /** Dates and hours as text; by itself Jackson would take {@code [2026,11,22]}, and {@code []} for nothing. */
    private static final class Written<T> extends StdScalarDeserializer<T> {

        private final Class<T> type;
        private final Pattern shape;
        private final Function<String, T> parse;

        Written(Class<T> type, Pattern shape, Function<String, T> parse) {
            super(type);
            this.type = type;
            this.shape = shape;
            this.parse = parse;
        }

        @Override
        public T deserialize(JsonParser in, DeserializationContext context) {
            if (!in.hasToken(JsonToken.VALUE_STRING)) {
                return type.cast(context.handleUnexpectedToken(context.constructType(type), in));
            }
            String text = in.getString();
            try {
                if (shape.matcher(text).matches()) {
                    return parse.apply(text);
                }
            } catch (DateTimeException noSuchDay) {
                return type.cast(context.handleWeirdStringValue(type, text, "no such day or hour"));
            }
            return type.cast(context.handleWeirdStringValue(type, text, "not written as the contract says"));
        }
    }

    /** {@code 1e999} is a number to JSON and infinity to Java. */
    private static final class FiniteNumber extends NumberDeserializers.DoubleDeserializer {
        FiniteNumber(Class<Double> type, @Nullable Double whenNull) {
            super(type, whenNull);
        }

        @Override
        public @Nullable Double deserialize(JsonParser in, DeserializationContext context) {
            Double number = super.deserialize(in, context);
            return number == null || Double.isFinite(number)
                    ? number
                    : (Double) context.handleWeirdNumberValue(Double.class, number, "not finite");
        }
    }

    /** Text that PostgreSQL can take: no U+0000, no half of a surrogate pair. */
    private static final class StorableText extends StdScalarDeserializer<String> {
        StorableText() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser in, DeserializationContext context) {
            String text = StringDeserializer.instance.deserialize(in, context);
            return text == null || isStorable(text)
                    ? text
                    : (String) context.handleWeirdStringValue(String.class, "", "characters that cannot be stored");
        }

        private static boolean isStorable(String text) {
            for (int at = 0; at < text.length(); at++) {
                char c = text.charAt(at);
                if (c == 0 || Character.isLowSurrogate(c)) {
                    return false;
                }
                if (Character.isHighSurrogate(c)
                        && (++at == text.length() || !Character.isLowSurrogate(text.charAt(at)))) {
                    return false;
                }
            }
            return true;
        }
    }
}
