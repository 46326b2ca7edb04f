package cn.huiyin.appointment;

import cn.huiyin.appointment.domain.NeedWords;
import cn.huiyin.appointment.domain.Services;
import cn.huiyin.snapshot.Snapshot;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What somebody needs, from what they chose or said. */
@Component
class Needs {

    private static final String SOMETHING_ELSE = "OTHER";

    private final NeedWords words;
    private final Snapshot<Services> services;

    Needs(NeedWords words, Snapshot<Services> services) {
        this.words = words;
        this.services = services;
    }

    /** Codes of needs; a code as it is, words by the table, and where nobody says anything, what the purpose says. */
    List<String> of(@Nullable List<String> chosen, String purpose) {
        List<String> needs = chosen == null || chosen.isEmpty()
                ? said(purpose).toList()
                : chosen.stream().flatMap(this::oneOf).toList();
        return needs.isEmpty()
                ? List.of(SOMETHING_ELSE)
                : needs.stream().distinct().toList();
    }

    List<NeedWords.Found> in(String text) {
        return words.in(text);
    }

    private Stream<String> oneOf(String codeOrWords) {
        if (services.get().needs().containsKey(codeOrWords)) {
            return Stream.of(codeOrWords);
        }
        List<String> said = said(codeOrWords).toList();
        return said.isEmpty() ? Stream.of(SOMETHING_ELSE) : said.stream();
    }

    private Stream<String> said(String text) {
        return words.in(text).stream().map(NeedWords.Found::need);
    }
}
