package cn.huiyin.rehearsal.trial;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What came of a trial.
 *
 * @param deed what was done
 * @param figures what the oracle counted
 * @param broken the promises that were not kept, a line each
 * @param ran false where this machine does not allow it; {@code figures} says why
 */
record Finding(String deed, String figures, List<String> broken, boolean ran) {

    private static final int KEPT = 0;
    private static final int BROKEN = 1;
    private static final int NOT_RUN = 3;

    static Finding of(String deed, Oracle oracle) {
        return new Finding(deed, oracle.figures(), oracle.broken(), true);
    }

    static Finding notRun(String deed, String why) {
        return new Finding(deed, why, List.of(), false);
    }

    int exit() {
        return !ran ? NOT_RUN : broken.isEmpty() ? KEPT : BROKEN;
    }

    String row(String trial) {
        return "| %s | %s | %s | %s |".formatted(trial, deed, figures, verdict());
    }

    private String verdict() {
        return !ran ? "not run" : broken.isEmpty() ? "kept" : "**BROKEN**";
    }

    String brokenLines() {
        return broken.stream().map(line -> "✗ " + line + "\n").collect(Collectors.joining());
    }
}
