package cn.huiyin.messaging.delivery;

import cn.huiyin.messaging.domain.Template;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The platform's templates of this environment.
 *
 * @param templates {@code huiyin.wechat.templates.<key>}: the id for each key of the catalogue; without an id the template
 *     is not used
 */
@ConfigurationProperties("huiyin.wechat")
public record TemplateIds(@DefaultValue Map<String, String> templates) {

    public Optional<String> of(Template template) {
        return Optional.ofNullable(templates.get(template.key())).filter(id -> !id.isBlank());
    }
}
