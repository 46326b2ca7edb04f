package cn.huiyin.messaging.page;

import cn.huiyin.messaging.domain.Catalogue;
import cn.huiyin.messaging.domain.CatalogueTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.Yaml;

/** The catalogue with what is in it for people only: when a message is sent, and what its facts say. */
record CatalogueFile(Catalogue catalogue, Map<String, Fact> facts, Map<String, String> when) {

    /** @param example as long as it usually gets */
    record Fact(String says, String example) {}

    @SuppressWarnings("unchecked")
    static CatalogueFile read() {
        try (var file = new ClassPathResource("messages/catalogue.yaml").getInputStream()) {
            var tree = (Map<String, Map<String, Object>>) new Yaml().load(file);
            var facts = new LinkedHashMap<String, Fact>();
            tree.get("facts").forEach((name, fact) -> {
                var said = (List<String>) fact;
                facts.put(name, new Fact(said.get(0), said.get(1)));
            });
            var when = new LinkedHashMap<String, String>();
            tree.get("occasions").forEach((occasion, entry) -> {
                var says = ((Map<String, Object>) entry).get("when");
                if (says != null) {
                    when.put(occasion, says.toString());
                }
            });
            return new CatalogueFile(CatalogueTest.theCatalogue(), facts, when);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, String> examples() {
        var examples = new LinkedHashMap<String, String>();
        facts.forEach((name, fact) -> examples.put(name, fact.example()));
        return examples;
    }

    /** Every fact that a sentence, a page or a field is made of, with an occasion that needs it. */
    Map<String, String> used() {
        var used = new LinkedHashMap<String, String>();
        catalogue.entries().values().forEach(entry -> {
            var names = new TreeSet<>(entry.sentence().facts());
            names.addAll(entry.page().facts());
            entry.letters().forEach(letter -> letter.fields().values().forEach(phrase -> names.addAll(phrase.facts())));
            names.forEach(name -> used.put(name, entry.occasion()));
        });
        catalogue
                .templates()
                .values()
                .forEach(template -> template.fields()
                        .values()
                        .forEach(phrase -> phrase.facts().forEach(name -> used.putIfAbsent(name, template.key()))));
        return used;
    }
}
