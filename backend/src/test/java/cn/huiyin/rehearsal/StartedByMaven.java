package cn.huiyin.rehearsal;

/** Maven starts us as its child. When Maven is killed so hard that it cannot tell us, we go too, in order. */
final class StartedByMaven {

    private StartedByMaven() {}

    static void stopWhenItIsGone() {
        ProcessHandle.current()
                .parent()
                .filter(StartedByMaven::isMaven)
                .ifPresent(maven -> maven.onExit().thenRun(() -> System.exit(0)));
    }

    private static boolean isMaven(ProcessHandle process) {
        return process.info().commandLine().orElse("").contains("org.codehaus.plexus.classworlds");
    }
}
