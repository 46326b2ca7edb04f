package cn.huiyin.visit;

import cn.huiyin.household.HouseholdId;
import cn.huiyin.privacy.Sealed;
import cn.huiyin.privacy.Vault;
import cn.huiyin.visit.store.Consents;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The words to something said about consent: sealed as one, bound to its place in the history.
 *
 * @param purpose what visits are for, as it was told
 * @param words why, or how it went
 */
record ConsentWords(@Nullable String purpose, @Nullable String words) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static final ConsentWords NOTHING = new ConsentWords(null, null);

    @Nullable String sealed(Vault vault, HouseholdId household, int seq) {
        return equals(NOTHING)
                ? null
                : vault.seal(JSON.writeValueAsString(this), Consents.context(household, seq))
                        .value();
    }

    static ConsentWords open(Vault vault, HouseholdId household, int seq, @Nullable String sealed) {
        return sealed == null
                ? NOTHING
                : JSON.readValue(vault.open(new Sealed(sealed), Consents.context(household, seq)), ConsentWords.class);
    }

    /** It is not printed by accident. */
    @Override
    public String toString() {
        return "ConsentWords[***]";
    }
}
