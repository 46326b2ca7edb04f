package cn.huiyin.messaging;

import cn.huiyin.messaging.domain.Catalogue;
import cn.huiyin.messaging.domain.CatalogueReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;

/** Reads the catalogue at the start; a word wrong in it stops the start. */
@Configuration(proxyBeanMethods = false)
class CatalogueSetup {

    @Bean
    Catalogue messageCatalogue(@Value("classpath:messages/catalogue.yaml") Resource messages) throws IOException {
        return CatalogueReader.read(messages.getContentAsString(StandardCharsets.UTF_8));
    }
}
