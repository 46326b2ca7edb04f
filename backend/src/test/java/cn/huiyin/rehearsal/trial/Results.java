package cn.huiyin.rehearsal.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** What a part of the bench leaves behind: raw figures, and the table that is made of them. */
final class Results {

    private final Path folder;
    private final List<String> table = new ArrayList<>();

    Results(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** @param columns what stands above the figures, between bars; none where there is one figure a row */
    void heading(String what, String columns) {
        if (!table.isEmpty()) {
            table.add("");
        }
        var more = columns.isEmpty() ? 1 : columns.split("\\|").length;
        table.add("| " + what + " | " + columns + " |");
        table.add("| --- |" + " --- |".repeat(more));
    }

    void row(String what, String figures) {
        table.add("| " + what + " | " + figures + " |");
    }

    /** A paragraph below the table. */
    void remark(String words) {
        table.add("");
        table.add(words);
    }

    void raw(String file, String line) {
        try {
            Files.writeString(folder.resolve(file), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For the script that publishes it, and for whoever looks on. */
    void tell() throws IOException {
        var text = String.join("\n", table) + "\n";
        Files.writeString(folder.resolve("table.md"), text);
        System.out.println(text);
    }
}
