package cn.huiyin.digest.web;

import cn.huiyin.digest.DigestDesk;
import cn.huiyin.digest.domain.CommunityFigures;
import cn.huiyin.digest.domain.DigestKind;
import cn.huiyin.digest.domain.Figures;
import cn.huiyin.digest.domain.GridFigures;
import cn.huiyin.digest.domain.StreetFigures;
import cn.huiyin.digest.domain.StreetFigures.Month;
import cn.huiyin.digest.store.Digests.Kept;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A digest as the contract has it: one of the last three is there, by its kind. */
record Shown(
        String id,
        DigestKind kind,
        Named place,
        LocalDate day,
        Instant from,
        Instant to,
        Instant madeAt,
        @Nullable GridFigures grid,
        @Nullable Week community,
        @Nullable Street street) {

    static Shown of(Kept kept, DigestDesk desk) {
        return new Shown(
                Long.toString(kept.id()),
                kept.kind(),
                new Named(kept.place(), desk.placeName(kept.place())),
                kept.day(),
                kept.from(),
                kept.to(),
                kept.madeAt(),
                kept.figures() instanceof GridFigures grid ? grid : null,
                week(kept.figures(), desk),
                street(kept.figures(), desk));
    }

    private static @Nullable Week week(Figures figures, DigestDesk desk) {
        return figures instanceof CommunityFigures of
                ? new Week(
                        of.filed(),
                        of.answered(),
                        of.inTime(),
                        of.late(),
                        of.overdue(),
                        of.unowned(),
                        of.rated(),
                        of.settled(),
                        of.score(),
                        most(of, desk))
                : null;
    }

    private static @Nullable Most most(CommunityFigures of, DigestDesk desk) {
        return of.category() == null
                ? null
                : new Most(of.category(), desk.categoryName(of.category()).orElse(of.category()), of.most());
    }

    private static @Nullable Street street(Figures figures, DigestDesk desk) {
        return figures instanceof StreetFigures of
                ? new Street(
                        of.month(),
                        of.before(),
                        of.communities().stream()
                                .map(line -> new Line(
                                        new Named(line.community(), desk.placeName(line.community())),
                                        line.month(),
                                        line.before()))
                                .toList())
                : null;
    }

    record Named(String id, String name) {}

    /** What came in most often. */
    record Most(String category, String categoryName, int count) {}

    record Week(
            int filed,
            int answered,
            int inTime,
            int late,
            int overdue,
            int unowned,
            int rated,
            int settled,
            @Nullable Double score,
            @Nullable Most most) {}

    record Street(Month month, Month before, List<Line> communities) {}

    record Line(Named community, Month month, Month before) {}
}
