package cn.huiyin.visit;

import cn.huiyin.privacy.Sealed;
import cn.huiyin.privacy.Vault;
import cn.huiyin.visit.store.VisitRecords;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What was said on a visit and written down about it: sealed as one, bound to the record. */
record VisitSaid(
        @Nullable Integer checklistVersion,
        Map<String, Object> answers,
        @Nullable String words,
        @Nullable String warmNote,
        @Nullable String toHousehold) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static final VisitSaid NOTHING = new VisitSaid(null, Map.of(), null, null, null);

    static VisitSaid of(RecordAsked asked) {
        return new VisitSaid(
                asked.checklistVersion(),
                asked.answers() == null ? Map.of() : asked.answers(),
                stripped(asked.words()),
                stripped(asked.warmNote()),
                stripped(asked.toHousehold()));
    }

    private static @Nullable String stripped(@Nullable String words) {
        return words == null || words.isBlank() ? null : words.strip();
    }

    @Nullable String sealed(Vault vault, VisitId id) {
        return equals(NOTHING)
                ? null
                : vault.seal(JSON.writeValueAsString(this), VisitRecords.context(id))
                        .value();
    }

    /** Nothing where nothing was said, or it was erased. */
    static VisitSaid open(Vault vault, VisitId id, @Nullable String sealed) {
        return sealed == null
                ? NOTHING
                : JSON.readValue(vault.open(new Sealed(sealed), VisitRecords.context(id)), VisitSaid.class);
    }

    /** It is not printed by accident. */
    @Override
    public String toString() {
        return "VisitSaid[***]";
    }
}
