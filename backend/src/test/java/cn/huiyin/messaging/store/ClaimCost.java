package cn.huiyin.messaging.store;

/** The claim as it is run, for whoever measures it from outside. */
public final class ClaimCost {

    private ClaimCost() {}

    /** For so many messages, ours for two minutes. */
    public static String sql(int most) {
        return Claims.claim(most).replace("$1", "120");
    }
}
