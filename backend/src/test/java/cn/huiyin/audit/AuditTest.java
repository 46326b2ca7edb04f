package cn.huiyin.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huiyin.rehearsal.StoreTest;
import cn.huiyin.rehearsal.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

@StoreTest
class AuditTest {

    private static final int ENTRIES = 40;

    private final TestDatabase database;
    private final DatabaseClient client;
    private final Audit audit;

    AuditTest(TestDatabase database) {
        this.database = database;
        this.client = database.client();
        this.audit = new Audit(new AuditTable(client), new JsonMapper());
    }

    @BeforeEach
    void aChainOfSomeEntries() {
        database.execute(
                "ALTER TABLE audit_entry DISABLE TRIGGER USER",
                "DELETE FROM audit_entry",
                "UPDATE audit_head SET length = 0, hash = repeat('0', 64)",
                "ALTER TABLE audit_entry ENABLE TRIGGER USER");
        database.execute("SELECT audit_append('ROLE_GRANTED', n, 'account/' || n, '{\"role\":\"网格员\"}')"
                + " FROM generate_series(1, " + ENTRIES + ") AS n");
    }

    @Test
    void aChainThatNobodyTouchedIsWhole() {
        var verdict = verdict();
        assertThat(verdict.intact()).isTrue();
        assertThat(verdict.checked()).isEqualTo(ENTRIES);
        assertThat(verdict.brokenAt()).isNull();
        assertThat(verdict.head()).isEqualTo(audit.head().block());
    }

    @Test
    void anEmptyChainIsWhole() {
        database.execute(
                "ALTER TABLE audit_entry DISABLE TRIGGER USER",
                "DELETE FROM audit_entry",
                "UPDATE audit_head SET length = 0, hash = repeat('0', 64)");
        assertThat(verdict().intact()).isTrue();
    }

    @Test
    void manyAtOnceStandInOneLine() {
        Flux.range(1, 200)
                .flatMap(n -> audit.append("NOTICE_IMPORTED", n, "calendar/2027", Map.of()), 10)
                .blockLast();
        assertThat(verdict().intact()).isTrue();
        assertThat(verdict().checked()).isEqualTo(ENTRIES + 200);
    }

    @Test
    void anEntryWhoseTransactionFailedIsNotThereAndLeavesNoGap() {
        var failing =
                audit.append("ROLE_GRANTED", 1, "x", Map.of()).then(Mono.error(new IllegalStateException("away")));
        assertThatThrownBy(
                        () -> failing.as(database.transactions()::transactional).block())
                .isInstanceOf(IllegalStateException.class);
        audit.append("ROLE_GRANTED", 1, "y", Map.of()).block();
        assertThat(verdict().intact()).isTrue();
        assertThat(verdict().checked()).isEqualTo(ENTRIES + 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_entry SET actor = 7 WHERE id = 3",
                "DELETE FROM audit_entry WHERE id = 3",
                "TRUNCATE audit_entry"
            })
    void whatIsWrittenStays(String change) {
        assertThatThrownBy(() -> database.execute(change)).hasMessageContaining("only ever added to");
    }

    /** Any change, deletion, insertion or swap of stored rows, at any place, by somebody who may switch the trigger off. */
    @Test
    void whateverIsDoneToStoredRowsIsFoundAndTheFirstBrokenEntryNamed() {
        var random = new Random(20261122);
        for (int round = 0; round < 60; round++) {
            aChainOfSomeEntries();
            long at = 1 + random.nextInt(ENTRIES);
            String tampering = tamperings(at, 1 + random.nextInt(ENTRIES)).get(round % 12);
            database.execute("ALTER TABLE audit_entry DISABLE TRIGGER USER", tampering);
            var verdict = verdict();
            assertThat(verdict.intact()).as(tampering).isFalse();
            assertThat(verdict.brokenAt()).as(tampering).isBetween(1L, ENTRIES + 1L);
        }
    }

    @Test
    void theFirstBrokenEntryIsTheOneThatWasChanged() {
        database.execute(
                "ALTER TABLE audit_entry DISABLE TRIGGER USER",
                "UPDATE audit_entry SET facts = '{}' WHERE id IN (17, 30)");
        assertThat(verdict().brokenAt()).isEqualTo(17);
        assertThat(verdict().checked()).isEqualTo(16);
    }

    private static List<String> tamperings(long at, long other) {
        long second = other == at ? at % ENTRIES + 1 : other;
        return List.of(
                "UPDATE audit_entry SET at = at + interval '1 microsecond' WHERE id = " + at,
                "UPDATE audit_entry SET kind = kind || ' ' WHERE id = " + at,
                "UPDATE audit_entry SET actor = actor + 1 WHERE id = " + at,
                "UPDATE audit_entry SET subject = subject || '1' WHERE id = " + at,
                "UPDATE audit_entry SET facts = replace(facts, '网', '回') WHERE id = " + at,
                "UPDATE audit_entry SET previous = hash WHERE id = " + at,
                "UPDATE audit_entry SET hash = reverse(hash) WHERE id = " + at,
                "UPDATE audit_entry SET (kind, subject) = (subject, kind) WHERE id = " + at,
                "DELETE FROM audit_entry WHERE id = " + at,
                "UPDATE audit_entry SET id = id + 1000 WHERE id = " + at,
                "UPDATE audit_entry a SET (at, kind, actor, subject, facts, previous, hash) = (b.at, b.kind, b.actor,"
                        + " b.subject, b.facts, b.previous, b.hash) FROM audit_entry b WHERE (a.id, b.id) IN ((" + at
                        + ", " + second + "), (" + second + ", " + at + "))",
                "DELETE FROM audit_entry WHERE id >= " + at);
    }

    @Test
    void anEndThatIsCutOffAndResealedDiffersFromTheHeadThatWasNotedOutside() {
        AuditHead noted = audit.head().block();
        database.execute(
                "ALTER TABLE audit_entry DISABLE TRIGGER USER",
                "DELETE FROM audit_entry WHERE id > 30",
                "UPDATE audit_head SET (length, hash) = (SELECT id, hash FROM audit_entry WHERE id = 30)");
        audit.append("ROLE_GRANTED", 1, "x", Map.of()).block();
        assertThat(verdict().intact()).isTrue();
        assertThat(audit.page(29, 100).block())
                .noneMatch(entry -> new AuditHead(entry.id(), entry.hash()).equals(noted));
    }

    /** Written from the documentation alone, with nothing of the product's own. */
    @Test
    void anOutsiderCanSealItAnew() throws Exception {
        String previous = "0".repeat(64);
        for (AuditEntry entry : audit.page(0, ENTRIES).block()) {
            String at = client.sql(
                            "SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') FROM audit_entry WHERE id = :id")
                    .bind("id", entry.id())
                    .mapValue(String.class)
                    .one()
                    .block();
            var sealed = new StringBuilder();
            for (String field : List.of(
                    previous, "" + entry.id(), at, entry.kind(), "" + entry.actor(), entry.subject(), entry.facts())) {
                sealed.append(field.getBytes(StandardCharsets.UTF_8).length)
                        .append(':')
                        .append(field)
                        .append(',');
            }
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(sealed.toString().getBytes(StandardCharsets.UTF_8));
            previous = HexFormat.of().formatHex(digest);
            assertThat(entry.hash()).isEqualTo(previous);
        }
    }

    @Test
    void postgresqlAndJavaSealTheSameBytes() {
        var random = new Random(7);
        String[] pieces = {"", "a", "回音", "😀", "1:a,", "-,", "\n", "\"", "\\", "é", ",", ":"};
        for (int round = 0; round < 300; round++) {
            var fields = new ArrayList<String>();
            for (int n = random.nextInt(1, 6); n > 0; n--) {
                fields.add(
                        random.nextInt(8) == 0
                                ? null
                                : pieces[random.nextInt(pieces.length)] + pieces[random.nextInt(pieces.length)]);
            }
            String inSql = client.sql("SELECT hash_chain_next(:previous, VARIADIC :fields)")
                    .bind("previous", HashChain.START)
                    .bind("fields", fields.toArray(String[]::new))
                    .mapValue(String.class)
                    .one()
                    .block();
            assertThat(inSql).as(fields.toString()).isEqualTo(HashChain.next(HashChain.START, fields));
        }
    }

    @Test
    void fieldsCannotFlowIntoEachOther() {
        var seals = List.of(
                HashChain.next("x", List.of("ab", "c")),
                HashChain.next("x", List.of("a", "bc")),
                HashChain.next("x", List.of("abc")),
                HashChain.next("x", List.of("abc", "")),
                HashChain.next("x", Arrays.asList("abc", null)),
                HashChain.next("x", List.of("2:ab,1:c,")));
        assertThat(seals).doesNotHaveDuplicates();
    }

    private AuditVerdict verdict() {
        return audit.verify().block();
    }
}
