package cn.huiyin.rehearsal;

import java.util.List;

/** What PostgreSQL acknowledges it must keep; where it is told not to, nothing starts. */
final class Durability {

    private static final List<String> MUST_BE_ON = List.of("fsync", "synchronous_commit", "full_page_writes");

    private Durability() {}

    /** Asks the server itself, in the database that will be used, since a database can have settings of its own. */
    static void insist(EmbeddedPostgresServer postgres, String database) {
        for (var setting : MUST_BE_ON) {
            var value = postgres.ask(database, "SHOW " + setting);
            if (!"on".equals(value)) {
                throw new CannotRehearse(
                        "PostgreSQL 的 %1$s 是 %2$s，已确认的内容可能丢失，因此不启动。\n  %1$s is %2$s: what was acknowledged could be lost, so nothing starts."
                                .formatted(setting, value));
            }
        }
    }
}
