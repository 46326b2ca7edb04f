package cn.huiyin.visit.domain;

import static cn.huiyin.visit.domain.ConsentDeed.*;
import static cn.huiyin.visit.domain.ConsentPart.*;
import static cn.huiyin.visit.domain.ConsentState.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.huiyin.calendar.WorkingCalendar;
import cn.huiyin.community.PlacePath;
import cn.huiyin.household.HouseholdId;
import cn.huiyin.identity.AccountId;
import cn.huiyin.problem.Refusal;
import cn.huiyin.visit.domain.Consent.Noted;
import cn.huiyin.visit.domain.Consent.Saying;
import cn.huiyin.visit.domain.Consent.Word;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConsentTest {

    private static final PlacePath BUILDING = new PlacePath("/qinghe/qinghe-c1/qinghe-c1-g1/qinghe-c1-g1-b1/");
    private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");
    private static final Set<ConsentPart> RESIDENT_ONLY = EnumSet.of(RESIDENT);
    private static final Set<ConsentPart> GRID_WORKER = EnumSet.of(STAFF);
    private static final Set<ConsentPart> DISPATCHER = EnumSet.of(STAFF, SECRETARY);

    @Test
    void agreementIsAskedOnlyAfterThePurposeWasTold() {
        assertThat(codeOf(untold(), AGREE, GRID_WORKER)).isEqualTo("TELL_FIRST");
        Consent told = after(untold().note(saying(TELL, GRID_WORKER)), null);
        assertThat(told.note(saying(AGREE, GRID_WORKER)).to()).isEqualTo(AGREED);
    }

    @Test
    void aNoticeOnTheBoardHasToldEverybody() {
        var asked = new Saying(AGREE, ConsentWay.PHONE, NOW, GRID_WORKER, false, true);
        assertThat(untold().note(asked).to()).isEqualTo(AGREED);
    }

    @Test
    void aRefusalIsTheSecretarysToTryASecondTimeAndNobodyElses() {
        Consent refused = standing(REFUSED, null);

        assertThat(codeOf(refused, TELL, GRID_WORKER)).isEqualTo("SECOND_TRY_OPEN");
        assertThat(codeOf(refused, AGREE, GRID_WORKER)).isEqualTo("SECOND_TRY_OPEN");
        assertThat(codeOf(refused, AGREE_AFTER_ALL, GRID_WORKER)).isEqualTo("MOVE_NOT_YOURS");
        assertThat(refused.note(saying(AGREE_AFTER_ALL, DISPATCHER)).to()).isEqualTo(AGREED);
        assertThat(refused.note(saying(REFUSE_AGAIN, DISPATCHER)).to()).isEqualTo(REFUSED_TWICE);
    }

    @Test
    void afterASecondRefusalNobodyAsksUntilTheHouseholdSaysSo() {
        Consent twice = standing(REFUSED_TWICE, LocalDate.of(2027, 11, 22));

        assertThat(codeOf(twice, TELL, DISPATCHER)).isEqualTo("NOBODY_ASKS");
        assertThat(codeOf(twice, AGREE, DISPATCHER)).isEqualTo("NOBODY_ASKS");
        assertThat(codeOf(twice, AGREE_AFTER_ALL, DISPATCHER)).isEqualTo("MOVE_REFUSED");
        assertThat(twice.note(saying(AGREE, RESIDENT_ONLY)).to()).isEqualTo(AGREED);
        var unasked = new Saying(AGREE, ConsentWay.PHONE, NOW, GRID_WORKER, true, false);
        assertThat(twice.note(unasked).to()).isEqualTo(AGREED);
    }

    @Test
    void whenTheYearIsOverOneMayAskAgain() {
        Consent twice = standing(REFUSED_TWICE, LocalDate.of(2026, 11, 22));

        assertThat(twice.stateOn(LocalDate.of(2026, 11, 21))).isEqualTo(REFUSED_TWICE);
        assertThat(twice.stateOn(LocalDate.of(2026, 11, 22))).isEqualTo(NONE);
        assertThat(twice.note(saying(TELL, GRID_WORKER)).to()).isEqualTo(TOLD);
    }

    @Test
    void whoWasAskedASecondTimeIsNotAskedASecondTimeForTheNextRefusal() {
        Consent persuaded = standing(AGREED, LocalDate.of(2027, 11, 22));

        assertThat(persuaded.note(saying(TAKE_BACK, RESIDENT_ONLY)).to()).isEqualTo(REFUSED_TWICE);
        assertThat(standing(AGREED, null).note(saying(TAKE_BACK, RESIDENT_ONLY)).to())
                .isEqualTo(REFUSED);
    }

    @Test
    void whatArrivesLateIsHistoryAndDoesNotChangeHowThingsStand() {
        Instant morning = NOW.minus(Duration.ofHours(6));
        Consent refusedAtNoon = new Consent(
                new HouseholdId("k7m2p9q4"),
                BUILDING,
                REFUSED,
                NOW,
                new AccountId(1),
                1,
                null,
                null,
                2,
                List.of(new Word(1, morning.minusSeconds(60), TOLD), new Word(2, NOW, REFUSED)));

        Noted late = refusedAtNoon.note(new Saying(AGREE, ConsentWay.IN_PERSON, morning, GRID_WORKER, false, false));

        assertThat(late.to()).isEqualTo(AGREED);
        assertThat(late.current()).isFalse();
        assertThat(late.state()).isEqualTo(REFUSED);
    }

    /** Whatever is said in whatever order: a home is never asked a second time twice within its quiet year. */
    @Test
    void thereIsNeverMoreThanOneSecondTryInAYear() {
        long seed = 20261122;
        for (int story = 0; story < 300; story++) {
            Random random = new Random(seed + story);
            Consent consent = untold();
            LocalDate lastTry = null;
            Instant at = NOW;
            for (int step = 0; step < 40; step++) {
                at = at.plus(Duration.ofDays(random.nextInt(40)));
                ConsentDeed deed = ConsentDeed.values()[random.nextInt(ConsentDeed.values().length)];
                Set<ConsentPart> parts =
                        List.of(RESIDENT_ONLY, GRID_WORKER, DISPATCHER).get(random.nextInt(3));
                Noted noted;
                try {
                    noted = consent.note(new Saying(
                            deed, ConsentWay.PHONE, at, parts, random.nextInt(4) == 0, random.nextBoolean()));
                } catch (Refusal refusal) {
                    continue;
                }
                LocalDate day = LocalDate.ofInstant(at, WorkingCalendar.ZONE);
                if (deed.isSecondTry()) {
                    assertThat(lastTry == null || !day.isBefore(lastTry.plusYears(1)))
                            .as("seed %s, step %s: tried on %s and on %s", seed + story, step, lastTry, day)
                            .isTrue();
                    lastTry = day;
                }
                consent = after(noted, lastTry == null ? null : lastTry.plusYears(1));
            }
        }
    }

    private static String codeOf(Consent consent, ConsentDeed deed, Set<ConsentPart> parts) {
        return catchThrowableOfType(Refusal.class, () -> consent.note(saying(deed, parts)))
                .code();
    }

    private static Saying saying(ConsentDeed deed, Set<ConsentPart> parts) {
        return new Saying(deed, ConsentWay.PHONE, NOW, parts, false, false);
    }

    private static Consent untold() {
        return Consent.none(new HouseholdId("k7m2p9q4"), BUILDING);
    }

    private static Consent standing(ConsentState state, @Nullable LocalDate quietUntil) {
        Instant before = NOW.minus(Duration.ofDays(1));
        return new Consent(
                new HouseholdId("k7m2p9q4"),
                BUILDING,
                state,
                before,
                new AccountId(1),
                1,
                null,
                quietUntil,
                1,
                List.of(new Word(1, before, state)));
    }

    private static Consent after(Noted noted, @Nullable LocalDate quietUntil) {
        Consent before = noted.before();
        List<Word> words = new ArrayList<>(before.words());
        words.add(new Word(before.version() + 1, noted.saying().at(), noted.to()));
        return new Consent(
                before.household(),
                before.path(),
                noted.state(),
                noted.saying().at(),
                new AccountId(1),
                noted.round(),
                null,
                quietUntil,
                before.version() + 1,
                words);
    }
}
