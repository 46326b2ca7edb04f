package cn.huiyin.household;

import cn.huiyin.household.FileViews.For;
import cn.huiyin.household.domain.Purpose;
import cn.huiyin.household.spi.VisitConsent;
import cn.huiyin.household.store.Files;
import cn.huiyin.household.store.Files.Asked;
import cn.huiyin.household.store.Reader;
import cn.huiyin.household.store.Reader.Look;
import cn.huiyin.identity.AccountId;
import cn.huiyin.identity.Post;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * What somebody who comes by appointment (a doctor, a lawyer, a volunteer) may know of a home: the column VISITOR of
 * {@code household/fields.csv}. The visit module sees to it that they are expected there; the household sees the look.
 */
@Service
public class VisitorCards {

    private static final String VISITOR = "VISITOR";

    private final Files files;
    private final FileViews views;
    private final ObjectProvider<VisitConsent> consent;

    VisitorCards(Files files, FileViews views, ObjectProvider<VisitConsent> consent) {
        this.files = files;
        this.views = views;
        this.consent = consent;
    }

    /** Empty where there is no such home. */
    public Mono<FileView> card(HouseholdId id, AccountId visitor) {
        Reader reader = new Reader(visitor.value(), List.of(VISITOR), List.of(Post.EVERYWHERE.value()));
        return files.find(id, reader, new Look(Purpose.VISIT.name(), "CARD"), Asked.TODAY)
                .flatMap(stored ->
                        refusing(id).map(refused -> views.view(stored, new For(Set.of(VISITOR), null), null, refused)));
    }

    private Mono<Boolean> refusing(HouseholdId id) {
        VisitConsent known = consent.getIfAvailable();
        return known == null ? Mono.just(false) : known.refusing(Set.of(id)).map(homes -> homes.contains(id));
    }
}
