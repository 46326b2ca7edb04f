package cn.huiyin.rehearsal;

/** A line for each step, for the person in front of the screen. */
final class Progress {

    private Progress() {}

    static void step(String text) {
        System.out.println("· " + text);
    }

    static void say(String text) {
        System.out.println(text);
    }
}
