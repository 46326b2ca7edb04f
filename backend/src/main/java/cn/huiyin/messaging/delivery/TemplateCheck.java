package cn.huiyin.messaging.delivery;

import cn.huiyin.messaging.domain.Catalogue;
import cn.huiyin.messaging.domain.Template;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Says once, at the start, which templates have no id here and which ids belong to no template. */
@Component
class TemplateCheck implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(TemplateCheck.class);

    private final Catalogue catalogue;
    private final TemplateIds ids;

    TemplateCheck(Catalogue catalogue, TemplateIds ids) {
        this.catalogue = catalogue;
        this.ids = ids;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var without = catalogue.templates().values().stream()
                .filter(template -> ids.of(template).isEmpty())
                .map(Template::key)
                .toList();
        var unknown = ids.templates().keySet().stream()
                .filter(key -> !catalogue.templates().containsKey(key))
                .toList();
        if (!without.isEmpty()) {
            LOG.warn("not used, for huiyin.wechat.templates.* says no id: {}", without);
        }
        if (!unknown.isEmpty()) {
            LOG.warn("huiyin.wechat.templates.* of no template: {}", unknown);
        }
    }
}
