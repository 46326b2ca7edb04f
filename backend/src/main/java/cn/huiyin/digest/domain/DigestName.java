package cn.huiyin.digest.domain;

import cn.huiyin.community.PlaceId;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Names one digest for ever: {@code GRID/qinghe-c1-g1/2026-11-23}. */
public record DigestName(DigestKind kind, PlaceId place, LocalDate day) {

    /** Empty where the text names none. */
    public static Optional<DigestName> read(String text) {
        var parts = text.split("/", -1);
        try {
            return parts.length == 3
                    ? Optional.of(new DigestName(
                            DigestKind.valueOf(parts[0]), new PlaceId(parts[1]), LocalDate.parse(parts[2])))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeParseException other) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return kind + "/" + place.value() + "/" + day;
    }
}
