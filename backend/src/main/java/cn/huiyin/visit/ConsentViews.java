package cn.huiyin.visit;

import cn.huiyin.household.Household;
import cn.huiyin.privacy.Vault;
import cn.huiyin.visit.domain.Consent;
import cn.huiyin.visit.domain.ConsentPart;
import cn.huiyin.visit.domain.ConsentState;
import cn.huiyin.visit.store.Consents.Line;
import cn.huiyin.visit.store.Consents.Notice;
import cn.huiyin.visit.store.Consents.Standing;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Consent as it is shown: the household and its staff see the same. */
@Component
class ConsentViews {

    private final HomesInWords words;
    private final Vault vault;

    ConsentViews(HomesInWords words, Vault vault) {
        this.words = words;
        this.vault = vault;
    }

    ConsentView show(Household home, Standing standing, Set<ConsentPart> parts, List<Line> history, VisitNames names) {
        return view(
                standing.consent(),
                words.of(home),
                standing.today(),
                standing.notice(),
                parts,
                history.stream().map(line -> line(home, line, names)).toList());
    }

    /** In a list. */
    ConsentView show(Consent consent, LocalDate today, Set<ConsentPart> parts, VisitNames names) {
        String home = words.of(consent.path()) + names.room(consent.household().value());
        return view(consent, home, today, null, parts, null);
    }

    private static ConsentView view(
            Consent consent,
            String home,
            LocalDate today,
            @Nullable Notice notice,
            Set<ConsentPart> parts,
            @Nullable List<ConsentView.Line> history) {
        ConsentState state = consent.stateOn(today);
        return new ConsentView(
                consent.household().value(),
                home,
                state,
                state.chinese(),
                consent.at(),
                notice == null
                        ? null
                        : new ConsentView.Told(notice.way(), notice.way().chinese(), notice.purpose(), notice.at()),
                consent.secondTryDue(),
                state == ConsentState.REFUSED_TWICE ? consent.quietUntil() : null,
                consent.open(parts, today, notice != null),
                history);
    }

    private ConsentView.Line line(Household home, Line line, VisitNames names) {
        ConsentWords said = ConsentWords.open(vault, home.id(), line.seq(), line.sealed());
        return new ConsentView.Line(
                line.at(),
                line.notedAt(),
                line.deed(),
                line.deed().chinese(),
                line.way(),
                line.way().chinese(),
                names.of(line.by()),
                line.part(),
                line.byItself(),
                line.toState(),
                said.purpose(),
                said.words());
    }
}
