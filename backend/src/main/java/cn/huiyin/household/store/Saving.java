package cn.huiyin.household.store;

import static java.util.Objects.requireNonNull;

import cn.huiyin.community.PlacePath;
import cn.huiyin.household.Household;
import cn.huiyin.household.HouseholdId;
import cn.huiyin.household.HouseholdRules;
import cn.huiyin.household.domain.Change;
import cn.huiyin.household.domain.Fact;
import cn.huiyin.household.domain.HouseholdFile;
import cn.huiyin.household.domain.Room;
import cn.huiyin.household.domain.TagTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Keeps changes of household files: each in one statement, with all that lists and searches need of it. */
@Repository
public class Saving {

    private static final String SAVE = "SELECT household_save(:document::jsonb) AS saved";

    private final DatabaseClient database;
    private final FileJson json;
    private final HouseholdRules rules;

    public Saving(DatabaseClient database, FileJson json, HouseholdRules rules) {
        this.database = database;
        this.json = json;
        this.rules = rules;
    }

    /**
     * What is kept together with a change.
     *
     * @param decided the proposal that it comes from
     * @param proposed what is left for staff to decide
     * @param repeat the answer for a request that comes twice
     */
    public record Beside(
            @Nullable Decided decided,
            @Nullable Proposed proposed,
            @Nullable Object repeat) {
        public static final Beside NOTHING = new Beside(null, null, null);

        public static Beside repeating(@Nullable Object repeat) {
            return new Beside(null, null, repeat);
        }
    }

    /** A proposal and who takes it. */
    public record Decided(long id, long by) {}

    /** Sealed changes that a resident proposes. */
    public record Proposed(long by, String nonce, String sealed) {}

    /** A home before it is kept for the first time. */
    public record NewHome(HouseholdId id, PlacePath building, String room, LocalDate today) {

        public String roomKey() {
            return Room.key(room);
        }
    }

    /** Keeps a new home; false where that room has its file already. */
    public Mono<Boolean> open(NewHome home, List<Change> changes, long by, Beside beside) {
        return save(opening(home, changes, by, beside).toString());
    }

    ObjectNode opening(NewHome home, List<Change> changes, long by, Beside beside) {
        HouseholdRow bare = new HouseholdRow(
                home.id().value(),
                home.building().last().value(),
                home.building().value(),
                home.room(),
                home.roomKey(),
                cn.huiyin.household.Occupancy.OCCUPIED,
                cn.huiyin.household.HouseholdClass.ORDINARY,
                null,
                List.of(),
                List.of(),
                0,
                home.today(),
                home.today(),
                home.today(),
                home.today(),
                home.today(),
                0);
        return document(bare, HouseholdFile.empty().with(changes), 0, home.today(), changes, by, beside);
    }

    /** Keeps changes of a file; false where somebody else changed it since it was read. */
    public Mono<Boolean> save(StoredFile read, List<Change> changes, long by, Beside beside) {
        Household home = read.home();
        HouseholdRow before = new HouseholdRow(
                home.id().value(),
                home.building().value(),
                home.path().value(),
                home.room(),
                home.roomKey(),
                home.status(),
                home.kind(),
                null,
                home.tags(),
                home.needs(),
                home.members(),
                read.openedOn(),
                changes.isEmpty() ? home.touchedOn() : read.today(),
                home.revisedOn(),
                home.touchDue(),
                home.reviseDue(),
                home.version());
        return save(document(before, read.file().with(changes), read.lastSeq(), read.today(), changes, by, beside)
                .toString());
    }

    private Mono<Boolean> save(String document) {
        return database.sql(SAVE)
                .bind("document", document)
                .map(row -> requireNonNull(row.get("saved", Boolean.class)))
                .one();
    }

    private ObjectNode document(
            HouseholdRow before,
            HouseholdFile after,
            int lastSeq,
            LocalDate today,
            List<Change> changes,
            long by,
            Beside beside) {
        ObjectNode document = json.mapper().createObjectNode();
        document.set("household", json.mapper().valueToTree(standing(before, after, today)));
        document.set("facts", facts(before.id(), lastSeq, changes, by));
        document.set("traces", json.mapper().valueToTree(traces(after)));
        if (beside.decided() != null) {
            document.set("decided", json.mapper().valueToTree(beside.decided()));
        }
        if (beside.proposed() != null) {
            document.set("proposed", json.mapper().valueToTree(beside.proposed()));
        }
        if (beside.repeat() != null) {
            document.set("repeat", json.mapper().valueToTree(beside.repeat()));
        }
        return document;
    }

    /** How the home stands after the change, for lists. */
    private HouseholdRow standing(HouseholdRow before, HouseholdFile after, LocalDate today) {
        TagTable.Standing standing = rules.tags().standing(after, today);
        LocalDate touched = latest(before.touchedOn(), after.since(Fact.Seen.TOUCHED));
        LocalDate revised = latest(before.revisedOn(), after.since(Fact.Seen.REVISED));
        return new HouseholdRow(
                before.id(),
                before.building(),
                before.path(),
                before.room(),
                before.roomKey(),
                after.status(),
                standing.kind(),
                standing.until(),
                standing.tags(),
                after.all(Fact.Wish.class).stream()
                        .map(Fact.Wish::code)
                        .sorted()
                        .toList(),
                after.atHome().size(),
                before.openedOn(),
                touched,
                revised,
                rules.review().touchDue(touched, after.status()),
                rules.review().reviseDue(revised),
                before.version() + 1);
    }

    private static LocalDate latest(LocalDate one, @Nullable LocalDate other) {
        return other == null || other.isBefore(one) ? one : other;
    }

    private ArrayNode facts(String household, int lastSeq, List<Change> changes, long by) {
        ArrayNode rows = json.mapper().createArrayNode();
        int seq = lastSeq;
        for (Change change : changes) {
            seq++;
            rows.addObject()
                    .put("seq", seq)
                    .put("fact", change.key())
                    .put("true_from", change.from().toString())
                    .put("by", by)
                    .put("gone", change.fact() == null)
                    .put("sealed", json.seal(household, seq, change));
        }
        return rows;
    }

    record Trace(String kind, String blind) {}

    private List<Trace> traces(HouseholdFile file) {
        List<Trace> traces = new ArrayList<>();
        file.members().stream()
                .flatMap(member -> Stream.ofNullable(member.idNumber()))
                .forEach(number -> traces.add(new Trace("ID_NUMBER", json.blind("ID_NUMBER", number))));
        Stream.concat(
                        file.members().stream().map(Fact.Member::phone),
                        file.all(Fact.Contact.class).stream().map(Fact.Contact::phone))
                .flatMap(Stream::ofNullable)
                .forEach(phone -> traces.add(new Trace("PHONE", json.blind("PHONE", phone))));
        return traces;
    }
}
