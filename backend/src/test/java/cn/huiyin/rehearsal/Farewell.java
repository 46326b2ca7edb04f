package cn.huiyin.rehearsal;

import java.util.ArrayDeque;
import java.util.Deque;

/** Closes what was opened, last first, once; also when the start was broken off halfway. */
final class Farewell {

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private boolean begun;

    /** Keeps it for later; too late for the farewell means it is closed at once. */
    synchronized <T extends AutoCloseable> T keep(T part) {
        if (begun) {
            close(part);
            throw new CannotRehearse("stopped while starting 启动时被中断");
        }
        opened.push(part);
        return part;
    }

    void bid() {
        synchronized (this) {
            begun = true;
        }
        while (!opened.isEmpty()) {
            close(opened.pop());
        }
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            Progress.step("could not close 未能关闭 " + part.getClass().getSimpleName() + ": " + e);
        }
    }
}
