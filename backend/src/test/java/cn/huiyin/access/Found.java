package cn.huiyin.access;

/** What somebody was answered, and whether that is what the table says. */
record Found(String operation, String role, String expected, Asking.Outcome outcome) {

    private static final int GONE_BEFORE = 409;
    private static final int CHANGED_BEFORE = 412;
    private static final int ASKED_BEFORE = 429;

    /** In the table's words. */
    String inWords() {
        int status = outcome.status();
        Boolean shows = outcome.shows();
        if (status >= 200 && status < 300) {
            return shows == null ? "in" : shows ? "sees" : "blind";
        }
        return String.valueOf(status);
    }

    /** Who comes after somebody who was let in may find the thing changed. */
    boolean isAsExpected(int proof) {
        return switch (expected) {
            case "in" ->
                inWords().equals("in")
                        || outcome.status() == GONE_BEFORE
                        || outcome.status() == CHANGED_BEFORE
                        || outcome.status() == ASKED_BEFORE
                        || outcome.status() == proof;
            default -> inWords().equals(expected);
        };
    }

    boolean isFault() {
        return outcome.status() >= 500;
    }

    /** Let in where the table says no. */
    boolean isHole() {
        return expected.startsWith("40") && outcome.status() < 400
                || expected.equals("blind") && inWords().equals("sees");
    }

    String difference() {
        return "%s as %s: %s, not %s: %.300s".formatted(operation, role, inWords(), expected, outcome.body());
    }
}
