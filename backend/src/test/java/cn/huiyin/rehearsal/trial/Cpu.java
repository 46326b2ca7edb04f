package cn.huiyin.rehearsal.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Time that processes spent on processors: unlike requests a second, it does not depend on who else uses the machine. */
final class Cpu {

    /** Of Linux, on every machine that we know of. */
    private static final double MILLIS_A_TICK = 10;

    private Cpu() {}

    /** Milliseconds so far of a process and its children, those that live and those that have ended; 0 where this machine does not tell. */
    static double millis(long pid) throws IOException {
        if (!Files.exists(Path.of("/proc/self/stat"))) {
            return 0;
        }
        double ticks = 0;
        try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (var process : processes) {
                var fields = fields(process);
                if (fields.length <= 14) {
                    continue;
                }
                if (process.getFileName().toString().equals(Long.toString(pid))) {
                    ticks += sum(fields, 11, 14);
                } else if (fields[1].equals(Long.toString(pid))) {
                    ticks += sum(fields, 11, 12);
                }
            }
        }
        return ticks * MILLIS_A_TICK;
    }

    private static double sum(String[] fields, int from, int to) {
        return Arrays.stream(fields, from, to + 1)
                .mapToDouble(Double::parseDouble)
                .sum();
    }

    /** From the state on, which is the third of all and follows the name in brackets. */
    private static String[] fields(Path process) {
        try {
            var stat = Files.readString(process.resolve("stat"));
            return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        } catch (IOException gone) {
            return new String[0];
        }
    }
}
