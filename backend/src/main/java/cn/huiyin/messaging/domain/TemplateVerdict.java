package cn.huiyin.messaging.domain;

import cn.huiyin.messaging.spi.PlatformTemplates.PlatformTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a template of ours compares with what the platform has under its id.
 *
 * @param id the id of this environment; null where the settings say none
 * @param differences in words for an operator; empty unless the state is {@link State#DIFFERENT}
 */
public record TemplateVerdict(Template template, @Nullable String id, State state, List<String> differences) {

    /** How it stands. */
    public enum State {
        /** No id in the settings: not used. */
        NOT_SET,
        /** The platform has not said yet, or is not asked about this channel. */
        NOT_ASKED,
        /** The platform has no template with this id. */
        UNKNOWN,
        /** Its fields or words are others: messages would be refused. */
        DIFFERENT,
        FINE
    }

    public TemplateVerdict {
        differences = List.copyOf(differences);
    }

    /** @param there what the platform has; empty where it has not been heard */
    public static TemplateVerdict of(
            Catalogue catalogue, Template ours, Optional<String> id, Optional<List<PlatformTemplate>> there) {
        if (id.isEmpty()) {
            return new TemplateVerdict(ours, null, State.NOT_SET, List.of());
        }
        if (there.isEmpty()) {
            return new TemplateVerdict(ours, id.get(), State.NOT_ASKED, List.of());
        }
        return there.get().stream()
                .filter(theirs -> theirs.id().equals(id.get()))
                .findFirst()
                .map(theirs -> differences(catalogue, ours, theirs))
                .map(found ->
                        new TemplateVerdict(ours, id.get(), found.isEmpty() ? State.FINE : State.DIFFERENT, found))
                .orElseGet(() -> new TemplateVerdict(ours, id.get(), State.UNKNOWN, List.of()));
    }

    /** An operator has something to put right. */
    public boolean isWrong() {
        return state == State.UNKNOWN || state == State.DIFFERENT;
    }

    private static List<String> differences(Catalogue catalogue, Template ours, PlatformTemplate theirs) {
        var found = new ArrayList<String>();
        ours.fields().keySet().stream()
                .filter(field -> !theirs.fields().contains(field))
                .forEach(field -> found.add("微信的模板里没有 " + field));
        theirs.fields().stream()
                .filter(field -> !ours.fields().containsKey(field))
                .forEach(field -> found.add("微信的模板里多出 " + field));
        theirs.words()
                .forEach((field, words) -> said(catalogue, ours, field).stream()
                        .filter(word -> !words.contains(word))
                        .forEach(word -> found.add("微信的模板里 " + field + " 不能写“" + word + "”")));
        return found;
    }

    /** Whatever the catalogue says in a field by itself. */
    private static Set<String> said(Catalogue catalogue, Template ours, String field) {
        var said = new TreeSet<String>();
        catalogue.entries().values().stream()
                .flatMap(entry -> entry.letters().stream())
                .filter(letter -> letter.template().key().equals(ours.key()))
                .flatMap(letter -> Stream.ofNullable(letter.fields().get(field)))
                .filter(phrase -> phrase.facts().isEmpty())
                .forEach(phrase -> said.add(phrase.pattern()));
        return said;
    }
}
