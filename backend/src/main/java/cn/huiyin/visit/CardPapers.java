package cn.huiyin.visit;

import cn.huiyin.household.Household;
import cn.huiyin.identity.Caller;
import cn.huiyin.identity.Role;
import cn.huiyin.privacy.Sealed;
import cn.huiyin.privacy.Vault;
import cn.huiyin.safety.Marks;
import cn.huiyin.visit.store.VisitRecords.NewCard;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Needs cards on their way into the store and out of it: ids, seals, words for the content check. */
@Component
class CardPapers {

    private final CardIds ids;
    private final Vault vault;

    CardPapers(CardIds ids, Vault vault) {
        this.ids = ids;
        this.vault = vault;
    }

    /**
     * Where a card comes from.
     *
     * @param source VISIT, CALLBACK, PHONE or OTHER
     */
    record Origin(
            String source, @Nullable String visit, @Nullable String ticket) {}

    NewCard drawn(Caller caller, Household home, RecordAsked.Card asked, Origin origin) {
        String card = ids.fresh();
        String what = asked.what().strip();
        var writings =
                new Writings(home.path(), Writings.OF_A_CARD, card, caller.id().value());
        boolean ownGrid = caller.is(Role.GRID_WORKER, home.path());
        return new NewCard(
                card,
                origin.visit(),
                origin.source(),
                origin.ticket(),
                home.id().value(),
                home.path().value(),
                asked.need(),
                asked.colour(),
                asked.dueOn(),
                ownGrid ? caller.id().value() : null,
                caller.id().value(),
                caller.displayName(),
                vault.seal(what, context(card)).value(),
                List.of(writings.words(Marks.DESCRIPTION, what)));
    }

    /** Null where it was erased. */
    @Nullable String what(String card, @Nullable String sealed) {
        return sealed == null ? null : vault.open(new Sealed(sealed), context(card));
    }

    String sealedNote(String card, int seq, String note) {
        return vault.seal(note, context(card) + "/" + seq).value();
    }

    @Nullable String note(String card, int seq, @Nullable String sealed) {
        return sealed == null ? null : vault.open(new Sealed(sealed), context(card) + "/" + seq);
    }

    static String context(String card) {
        return "visit-card/" + card;
    }
}
