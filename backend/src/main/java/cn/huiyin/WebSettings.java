package cn.huiyin;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.hibernate.validator.messageinterpolation.ResourceBundleMessageInterpolator;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
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
        registry.addConverterFactory(new EnumParameter());
    }

    /** Whatever language a phone asks for, there is one; it is read now, for an event loop must not read files. */
    @Bean
    ValidationConfigurationCustomizer sentencesInChinese() {
        var sentences = new ResourceBundleMessageInterpolator(
                Set.of(Locale.SIMPLIFIED_CHINESE), Locale.SIMPLIFIED_CHINESE, asked -> Locale.SIMPLIFIED_CHINESE, true);
        return configuration -> configuration.messageInterpolator(sentences);
    }

    /** Whoever stops talking midway does not hold a connection for ever; a photo on a slow line has its minute. */
    @Bean
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> patience() {
        return factory -> factory.addServerCustomizers(
                server -> server.readTimeout(Duration.ofSeconds(15)).requestTimeout(Duration.ofSeconds(60)));
    }

    private static final class InstantParameter implements Converter<String, Instant> {
        @Override
        public Instant convert(String text) {
            return Rfc3339.read(text);
        }
    }
}
