package cn.huiyin.household.store;

import cn.huiyin.household.Household;
import cn.huiyin.household.domain.HouseholdFile;
import java.time.LocalDate;
import java.util.Set;

/**
 * A file as it was read.
 *
 * @param home how it stands today
 * @param file what held on the day that was asked for
 * @param parts what the reader is to this home, by the words of {@code household/fields.csv}
 * @param lastSeq of its changes
 * @param openedOn when the file was begun
 * @param today by the one clock, in China
 */
public record StoredFile(
        Household home, HouseholdFile file, Set<String> parts, int lastSeq, LocalDate openedOn, LocalDate today) {}
