package cn.huiyin.rehearsal;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Looks twice a second whether a server still lives, and starts it again when it does not. */
final class Watcher implements AutoCloseable {

    private static final Duration EVERY = Duration.ofMillis(500);

    private final String name;
    private final BooleanSupplier alive;
    private final Runnable restart;
    private final Thread thread;
    private volatile boolean closed;

    private Watcher(String name, BooleanSupplier alive, Runnable restart) {
        this.name = name;
        this.alive = alive;
        this.restart = restart;
        this.thread = new Thread(this::watch, "watch-" + name);
        this.thread.setDaemon(true);
    }

    static Watcher over(EmbeddedPostgresServer postgres) {
        return new Watcher("PostgreSQL", postgres::isAlive, postgres::restart).start();
    }

    static Watcher over(EmbeddedRedisServer redis) {
        return new Watcher("Redis", redis::isAlive, redis::restart).start();
    }

    private Watcher start() {
        thread.start();
        return this;
    }

    private void watch() {
        while (!closed) {
            if (!alive.getAsBoolean()) {
                revive();
            }
            try {
                Thread.sleep(EVERY.toMillis());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void revive() {
        Progress.step(name + " 停了，正在重新启动 … died; starting it again");
        try {
            restart.run();
            Progress.step(name + " 已恢复 is back");
        } catch (RuntimeException e) {
            Progress.step(name + " 未能启动，稍后再试 did not start, trying again: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(10).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
