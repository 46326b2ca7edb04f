package cn.huiyin.classification;

import cn.huiyin.snapshot.Snapshot;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ClassificationConfiguration {

    @Bean
    Snapshot<Catalogue> catalogue(CategoryStore store) {
        return new Snapshot<>("the catalogue of categories", store.version(), store.read());
    }

    @Bean
    Suggester suggester() {
        return Suggester.fromTables();
    }
}
