package cn.huiyin.rehearsal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL refuses to run as root. An ordinary user runs it as itself; root runs it in a user namespace where it is
 * nobody, or, where a container forbids namespaces, as the unprivileged user 65534 to whom the folder is given.
 */
enum Unprivileged {
    AS_ONESELF(List.of()),
    IN_A_NAMESPACE(List.of("unshare", "-U")),
    AS_NOBODY(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));

    private final List<String> prefix;

    Unprivileged(List<String> prefix) {
        this.prefix = prefix;
    }

    /** The first way that works here for files in this folder. */
    static Unprivileged wayFor(Path folder) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return AS_ONESELF;
        }
        if (succeeds(IN_A_NAMESPACE.command(List.of("true")))) {
            return IN_A_NAMESPACE;
        }
        if (succeeds(AS_NOBODY.command(List.of("test", "-x", folder.toString())))) {
            return AS_NOBODY;
        }
        throw new IllegalStateException(
                "PostgreSQL does not run as root, and no other user can reach " + folder
                        + ". Start this as an ordinary user, or name a folder that all may pass through: HUIYIN_REHEARSAL_DIR.");
    }

    List<String> command(List<String> command) {
        var whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return whole;
    }

    /** Lets the one who will run PostgreSQL own the folder. */
    void own(Path folder) throws IOException {
        if (this == AS_NOBODY && !succeeds(List.of("chown", "-R", "65534:65534", folder.toString()))) {
            throw new IOException("could not give " + folder + " to the user 65534");
        }
    }

    private static boolean succeeds(List<String> command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
