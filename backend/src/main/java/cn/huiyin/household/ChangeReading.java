package cn.huiyin.household;

import cn.huiyin.household.ChangeAsked.Clear;
import cn.huiyin.household.domain.Birth;
import cn.huiyin.household.domain.Change;
import cn.huiyin.household.domain.Fact;
import cn.huiyin.household.domain.HouseholdFile;
import cn.huiyin.household.domain.Numbers;
import cn.huiyin.household.domain.Relation;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what was asked into changes of a file, or says field by field what cannot be taken. Nothing here waits. */
final class ChangeReading {

    static final int MOST_FACTS = 200;
    private static final int FIRST_YEAR = 1900;
    private static final int NOTE_LENGTH = 500;

    private final HouseholdRules rules;
    private final LocalDate today;
    private final LocalDate from;
    private final long caller;
    private final @Nullable String why;
    private final String prefix;
    private final List<Fault> faults = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private HouseholdFile file;
    private String at = "";

    private ChangeReading(
            HouseholdRules rules, HouseholdFile file, Told told, @Nullable LocalDate from, @Nullable String why) {
        this.rules = rules;
        this.file = file;
        this.today = told.today();
        this.caller = told.caller();
        this.prefix = told.prefix();
        this.from = from == null ? told.today() : from;
        this.why = why == null || why.isBlank() ? null : why.strip();
    }

    /**
     * What reading needs to know besides the words.
     *
     * @param caller who asks; {@code me} and contacts mean them
     * @param prefix where the changes stand in what was sent, for naming faults
     */
    record Told(LocalDate today, long caller, String prefix) {}

    /** @throws Refusal 422 with every field that cannot be taken */
    static List<Change> read(HouseholdRules rules, HouseholdFile file, ChangesAsked asked, Told told) {
        var reading = new ChangeReading(rules, file, told, asked.from(), asked.why());
        reading.checkDay();
        for (int i = 0; i < asked.changes().size(); i++) {
            reading.at = told.prefix() + "changes[" + i + "]";
            reading.add(asked.changes().get(i));
        }
        if (!reading.faults.isEmpty()) {
            throw Refusal.invalid(reading.faults);
        }
        return reading.changes;
    }

    private void checkDay() {
        if (from.isAfter(today) || from.getYear() < FIRST_YEAR) {
            faults.add(new Fault(prefix + "from", "生效日期不能晚于今天，也不能早于 1900 年"));
        }
    }

    private void add(ChangeAsked asked) {
        Change change = switch (asked.kind()) {
            case STATUS -> that(need(asked.status(), "status", "请选择居住状态"), Fact.Status::new);
            case NOTE -> note(asked);
            case MEMBER -> member(asked);
            case TAG -> tag(asked);
            case WISH -> wish(asked);
            case RESOURCE -> resource(asked);
            case CONTACT -> contact(asked);
            case TOUCHED -> Change.that(new Fact.Seen(Fact.Seen.TOUCHED), from, why);
            case REVISED -> Change.that(new Fact.Seen(Fact.Seen.REVISED), from, why);
        };
        if (change != null) {
            changes.add(change);
            file = file.with(List.of(change));
            checkSize();
        }
    }

    private void checkSize() {
        if (file.size() > MOST_FACTS) {
            faults.add(new Fault(at, "一户的档案最多 " + MOST_FACTS + " 条"));
        }
    }

    private @Nullable Change note(ChangeAsked asked) {
        return asked.isRemoval()
                ? gone(Fact.Note.KEY)
                : that(words(asked.words(), "words", "请写备注", NOTE_LENGTH), Fact.Note::new);
    }

    private @Nullable Change tag(ChangeAsked asked) {
        String code = need(asked.code(), "code", "请选择标签");
        if (code == null) {
            return null;
        }
        if (rules.tags().given(code).isEmpty()) {
            boolean derived = rules.tags().find(code).isPresent();
            return fault("code", derived ? "这个标签按成员年龄自动得出，不能手工增减" : "没有这个标签");
        }
        if (asked.isRemoval()) {
            return gone("tag/" + code);
        }
        if (asked.until() != null && asked.until().isBefore(from)) {
            return fault("until", "截止日期不能早于生效日期");
        }
        return that(
                words(asked.words(), "words", "请写明认定的依据", 200), reason -> new Fact.Tag(code, reason, asked.until()));
    }

    private @Nullable Change wish(ChangeAsked asked) {
        String code = need(asked.code(), "code", "请选择需求");
        if (code == null) {
            return null;
        }
        if (rules.needs().find(code).isEmpty()) {
            return fault("code", "没有这项需求");
        }
        return asked.isRemoval()
                ? gone("wish/" + code)
                : Change.that(new Fact.Wish(code, orNothing(asked.words())), from, why);
    }

    private @Nullable Change resource(ChangeAsked asked) {
        String known = asked.id();
        if (known != null && file.find("resource/" + known).isEmpty()) {
            return fault("id", "没有这一条");
        }
        if (asked.isRemoval()) {
            return known == null ? fault("id", "请说明去掉哪一条") : gone("resource/" + known);
        }
        Fact.Resource.Kind kind = need(asked.resource(), "resource", "请选择特长、志愿服务或闲置资源");
        String id = known == null ? file.nextId("resource", "r") : known;
        return kind == null
                ? null
                : that(words(asked.words(), "words", "请写一句说明", 200), words -> new Fact.Resource(id, kind, words));
    }

    private @Nullable Change contact(ChangeAsked asked) {
        if (asked.isRemoval()) {
            return gone("contact/" + caller);
        }
        String phone = number(asked.phone(), "phone", "电话号码不正确，请填写手机号或带区号的座机", Numbers::phone);
        return Change.that(
                new Fact.Contact(caller, orNothing(asked.name()), phone, orNothing(asked.bestTime())), from, why);
    }

    private @Nullable Change member(ChangeAsked asked) {
        String known = asked.id();
        Optional<Fact.Member> before =
                known == null ? Optional.empty() : file.find("member/" + known).map(Fact.Member.class::cast);
        if (known != null && before.isEmpty()) {
            return fault("id", "没有这位成员");
        }
        if (asked.isRemoval()) {
            return known == null ? fault("id", "请说明是哪位成员") : gone("member/" + known);
        }
        return member(asked, before.orElse(null), known == null ? file.nextId("member", "m") : known);
    }

    private @Nullable Change member(ChangeAsked asked, Fact.@Nullable Member before, String id) {
        String name = before != null && asked.name() == null ? before.name() : words(asked.name(), "name", "请填写姓名", 40);
        String identity = kept(
                asked.idNumber() == null,
                asked.clears(Clear.ID_NUMBER),
                before == null ? null : before.idNumber(),
                () -> number(asked.idNumber(), "idNumber", "身份证号不正确，请核对 18 位号码", Numbers::identity));
        if (name == null) {
            return null;
        }
        Fact.Member member = new Fact.Member(
                id,
                name,
                birth(asked, before, identity),
                asked.relation() != null ? asked.relation() : before != null ? before.relation() : Relation.OTHER,
                kept(
                        asked.phone() == null,
                        asked.clears(Clear.PHONE),
                        before == null ? null : before.phone(),
                        () -> number(asked.phone(), "phone", "电话号码不正确，请填写手机号或带区号的座机", Numbers::phone)),
                identity,
                kept(
                        asked.health() == null,
                        asked.clears(Clear.HEALTH),
                        before == null ? null : before.health(),
                        () -> orNothing(asked.health())),
                asked.atHome() != null ? asked.atHome() : before == null || before.atHome(),
                account(asked, before));
        return Change.that(member, from, why);
    }

    private @Nullable Birth birth(ChangeAsked asked, Fact.@Nullable Member before, @Nullable String identity) {
        if (asked.clears(Clear.BIRTH)) {
            return null;
        }
        if (asked.birth() == null) {
            Birth known = before == null ? null : before.birth();
            return identity == null
                    ? known
                    : Numbers.birthIn(identity).map(Birth::on).orElse(known);
        }
        Birth said = birth(asked.birth());
        if (said == null || said.ageOn(today) < 0 || said.year() < FIRST_YEAR) {
            fault("birth", "出生日期应为 1950-03-07 或 1950，且不晚于今天");
            return null;
        }
        boolean disagree = identity != null
                && Numbers.birthIn(identity)
                        .filter(day -> said.day() == null ? day.getYear() != said.year() : !day.equals(said.day()))
                        .isPresent();
        if (disagree) {
            fault("birth", "出生日期与身份证号不一致");
        }
        return said;
    }

    static @Nullable Birth birth(String written) {
        try {
            return written.length() == 4 ? Birth.in(Integer.parseInt(written)) : Birth.on(LocalDate.parse(written));
        } catch (NumberFormatException | DateTimeException noBirth) {
            return null;
        }
    }

    private @Nullable Long account(ChangeAsked asked, Fact.@Nullable Member before) {
        if (Boolean.TRUE.equals(asked.me())) {
            return caller;
        }
        if (asked.clears(Clear.ACCOUNT)) {
            return null;
        }
        if (asked.accountId() == null) {
            return before == null ? null : before.account();
        }
        try {
            return Long.parseLong(asked.accountId());
        } catch (NumberFormatException noNumber) {
            fault("accountId", "没有这个账号");
            return null;
        }
    }

    private static @Nullable String kept(
            boolean unsaid,
            boolean cleared,
            @Nullable String before,
            java.util.function.Supplier<@Nullable String> said) {
        if (cleared) {
            return null;
        }
        return unsaid ? before : said.get();
    }

    private @Nullable String number(
            @Nullable String written, String field, String fault, Function<String, Optional<String>> read) {
        if (written == null || written.isBlank()) {
            return null;
        }
        Optional<String> number = read.apply(written);
        if (number.isEmpty()) {
            fault(field, fault);
        }
        return number.orElse(null);
    }

    private @Nullable String words(@Nullable String words, String field, String missing, int most) {
        String plain = orNothing(words);
        if (plain == null) {
            fault(field, missing);
        } else if (plain.codePointCount(0, plain.length()) > most) {
            fault(field, "最多 " + most + " 个字");
        }
        return plain;
    }

    static @Nullable String orNothing(@Nullable String words) {
        return words == null || words.isBlank() ? null : words.strip();
    }

    private <T> @Nullable T need(@Nullable T value, String field, String missing) {
        if (value == null) {
            fault(field, missing);
        }
        return value;
    }

    private <T> @Nullable Change that(@Nullable T value, Function<T, Fact> fact) {
        return value == null ? null : Change.that(fact.apply(Objects.requireNonNull(value)), from, why);
    }

    private Change gone(String key) {
        return Change.gone(key, from, why);
    }

    private @Nullable Change fault(String field, String detail) {
        faults.add(new Fault(at + "." + field, detail));
        return null;
    }
}
