package cn.huiyin;

import jakarta.validation.MessageInterpolator;
import java.time.Instant;
import java.util.Locale;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/** What parameters and bean validation share with {@link JsonSettings}: the same times, and sentences in Chinese. */
@Configuration(proxyBeanMethods = false)
class WebSettings implements WebFluxConfigurer {

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(new InstantParameter());
    }

    /** Whatever language a phone asks for, there is one. */
    @Bean
    ValidationConfigurationCustomizer sentencesInChinese() {
        return configuration ->
                configuration.messageInterpolator(new InChinese(configuration.getDefaultMessageInterpolator()));
    }

    private static final class InstantParameter implements Converter<String, Instant> {
        @Override
        public Instant convert(String text) {
            return Rfc3339.read(text);
        }
    }

    private record InChinese(MessageInterpolator sentences) implements MessageInterpolator {
        @Override
        public String interpolate(String template, Context context) {
            return sentences.interpolate(template, context, Locale.SIMPLIFIED_CHINESE);
        }

        @Override
        public String interpolate(String template, Context context, Locale ignored) {
            return interpolate(template, context);
        }
    }
}
