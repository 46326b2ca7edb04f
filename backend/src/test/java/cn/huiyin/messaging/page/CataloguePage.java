package cn.huiyin.messaging.page;

import static java.util.stream.Collectors.joining;

import cn.huiyin.messaging.domain.Entry;
import cn.huiyin.messaging.domain.Entry.Audience;
import cn.huiyin.messaging.domain.Letter;
import cn.huiyin.messaging.domain.Template;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes messages.md out of the catalogue. */
final class CataloguePage {

    private static final Map<String, String> CHANNELS = Map.of(
            "SUBSCRIBE", "小程序订阅消息",
            "TEMPLATE", "公众号模板消息",
            "EMPLOYEE", "用工消息");

    private static final String A_TIME = "2026年11月22日 09:00";

    private final CatalogueFile file;
    private final List<String> lines = new ArrayList<>();

    CataloguePage(CatalogueFile file) {
        this.file = file;
    }

    static Path path() {
        var docs = Path.of("miniapp-api-docs");
        return (Files.isDirectory(docs) ? docs : Path.of("..").resolve(docs)).resolve("messages.md");
    }

    String text() {
        say("# 消息目录", "");
        say("系统会发的每一种消息。本文由 `backend/src/main/resources/messages/catalogue.yaml` 生成，不要直接改；改了那个文件，要重新生成本文。", "");
        say("- 每条消息都会进站内消息（`GET /api/v1/inbox`），“站内原文”就是那里的句子。微信消息走哪条路、夜里发不发，由 `messages/routing.yaml` 定。");
        say("- `{…}` 处填实际内容；方括号里的部分，缺了其中的内容就整段不说。各项内容的意思见文末。");
        say("- 字段的名称和限制以微信为准。填不下的会按字截断，末尾写“…”；空的写“无”；公众号模板消息里的表情会去掉。", "");
        taps();
        audience("居民收到的", Audience.RESIDENT, false);
        audience("工作人员收到的", Audience.STAFF, false);
        audience("变成待办的", Audience.STAFF, true);
        templates();
        facts();
        return String.join("\n", lines) + "\n";
    }

    private void taps() {
        say("## 点哪里时请求订阅", "");
        say(
                "`wx.requestSubscribeMessage` 只能在用户点击时调用，一次最多 5 个模板。模板编号用 `GET /api/v1/subscriptions/templates?occasion=` 取得。",
                "");
        say("| occasion | 请求的模板 | 用于 |", "| --- | --- | --- |");
        file.catalogue()
                .taps()
                .forEach((tap, templates) -> say("| `%s` | %s | %s |"
                        .formatted(
                                tap,
                                templates.stream()
                                        .map(template -> template.title() + "（`" + template.key() + "`）")
                                        .collect(joining("、")),
                                entries()
                                        .filter(entry -> entry.letters().stream()
                                                .anyMatch(letter -> templates.contains(letter.template())))
                                        .map(entry -> "`" + entry.occasion() + "`")
                                        .collect(joining(" ")))));
        say("");
    }

    private void audience(String title, Audience audience, boolean tasks) {
        say("## " + title, "");
        say("| 消息 | 什么时候 | 站内原文 | 点开 | 微信模板 |", "| --- | --- | --- | --- | --- |");
        entries()
                .filter(entry -> entry.audience() == audience && entry.task() == tasks)
                .forEach(this::row);
        say("");
    }

    private void row(Entry entry) {
        say("| `%s`%s | %s | %s | `%s` | %s |"
                .formatted(
                        entry.occasion(),
                        marks(entry),
                        file.when().getOrDefault(entry.occasion(), "？"),
                        entry.sentence().pattern(),
                        entry.page().pattern(),
                        entry.letters().isEmpty()
                                ? "不发"
                                : entry.letters().stream()
                                        .map(CataloguePage::letter)
                                        .collect(joining("<br>"))));
    }

    private static String marks(Entry entry) {
        return (entry.urgent() ? " 急" : "") + (entry.mustReach() ? " 必达" : "");
    }

    /** The template, and what this occasion says differently. */
    private static String letter(Letter letter) {
        var own = letter.fields().entrySet().stream()
                .filter(field ->
                        !field.getValue().equals(letter.template().fields().get(field.getKey())))
                .map(field -> field.getKey() + "=" + field.getValue().pattern())
                .collect(joining("，"));
        return "`" + letter.template().key() + "`" + (own.isEmpty() ? "" : "：" + own);
    }

    private void templates() {
        say("## 微信模板", "");
        say(
                "在微信后台选用同样字段的模板，把编号写进配置 `huiyin.wechat.templates.<键>`。启动后系统会向微信核对，结果见 `GET /api/v1/message-templates`。",
                "");
        file.catalogue().templates().values().forEach(this::template);
    }

    private void template(Template template) {
        var letter = new Letter(template, template.fields());
        var example = letter.write(file.examples(), file.catalogue()::word, A_TIME);
        say("### `%s` %s（%s）"
                .formatted(
                        template.key(),
                        template.title(),
                        CHANNELS.getOrDefault(template.channel(), template.channel())));
        say("", "| 字段 | 最多 | 内容 | 例子 |", "| --- | --- | --- | --- |");
        template.fields()
                .forEach((field, phrase) -> say("| %s | %d 字 | %s | %s |"
                        .formatted(field, letter.limitOf(field), phrase.pattern(), example.get(field))));
        say("");
    }

    private void facts() {
        say("## 句子里的内容", "", "| 名称 | 意思 | 例子 |", "| --- | --- | --- |");
        file.facts().forEach((name, fact) -> say("| `{%s}` | %s | %s |".formatted(name, fact.says(), fact.example())));
    }

    private Stream<Entry> entries() {
        return file.catalogue().entries().values().stream();
    }

    private void say(String... more) {
        lines.addAll(List.of(more));
    }
}
