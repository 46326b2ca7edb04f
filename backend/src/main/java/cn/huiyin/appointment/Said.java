package cn.huiyin.appointment;

import cn.huiyin.privacy.Sealed;
import cn.huiyin.privacy.Vault;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a resident said with a booking, and nobody else needs to know: sealed as one, bound to the appointment.
 *
 * @param name of the one who is visited, where it is somebody of the household
 */
record Said(
        @Nullable String purpose,
        @Nullable String name,
        @Nullable String phone) {

    /** Nothing, or nothing that is still known. */
    static final Said NOTHING = new Said(null, null, null);

    private static final JsonMapper JSON = JsonMapper.shared();

    String sealed(Vault vault, AppointmentNo no) {
        return vault.seal(JSON.writeValueAsString(this), context(no.value())).value();
    }

    static Said open(Vault vault, AppointmentNo no, @Nullable String sealed) {
        return sealed == null
                ? NOTHING
                : JSON.readValue(vault.open(new Sealed(sealed), context(no.value())), Said.class);
    }

    static String context(String no) {
        return "visit/" + no + "/said";
    }

    /** It is not printed by accident. */
    @Override
    public String toString() {
        return "Said[***]";
    }
}
