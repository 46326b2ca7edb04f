package cn.huiyin.rehearsal.wechat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What WeChat itself knows and shows on a phone: how templates look, and the menu of the official account. */
@RestController
@RequestMapping("/rehearsal/wechat")
@ConditionalOnProperty("huiyin.rehearsal.wechat.port")
class WechatLooks {

    private final List<TemplateLook> templates = CatalogueTemplates.looks();
    private final JsonNode menu = menuThatIsPublished();

    @GetMapping("/templates")
    Templates templates() {
        return new Templates(templates, null);
    }

    @GetMapping("/menu")
    JsonNode menu() {
        return menu;
    }

    private static JsonNode menuThatIsPublished() {
        try (var file = new ClassPathResource("conversation/menu.json").getInputStream()) {
            return JsonMapper.shared().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record Templates(List<TemplateLook> items, @Nullable String nextCursor) {}

    /** @param labels what stands before each field, in their order */
    record TemplateLook(String id, String title, Map<String, String> labels) {}
}
