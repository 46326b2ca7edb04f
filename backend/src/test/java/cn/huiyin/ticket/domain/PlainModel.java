package cn.huiyin.ticket.domain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The flow and the deadlines of a ticket told once more, as plainly as possible and without the product's own code: the
 * table is text, days are walked one by one, clocks are lists. It is slow and says the same.
 */
final class PlainModel {

    /** stage: move=next by parts. R reporter, r recorder, G grid worker, H holder, L lead, F first receiver, C co-handler, D dispatcher, S supervisor, Y system. */
    private static final String FLOW = """
            SUBMITTED: CLASSIFY=CLASSIFIED DG; REPLY=REPLIED DG; FOLLOW_UP=SUBMITTED DG; SUPPLEMENT=SUBMITTED RrG; NUDGE=SUBMITTED RG; SUPERVISE=SUBMITTED S; WITHDRAW=WITHDRAWN R
            CLASSIFIED: CLASSIFY=CLASSIFIED DG; DISPATCH=DISPATCHED D; REPLY=REPLIED DG; FOLLOW_UP=CLASSIFIED DGF; SUPPLEMENT=CLASSIFIED RrG; NUDGE=CLASSIFIED RG; SUPERVISE=CLASSIFIED S; WITHDRAW=WITHDRAWN R
            DISPATCHED: ACCEPT=IN_PROGRESS HL; RETURN=CLASSIFIED HL; DISPATCH=DISPATCHED D; ESCALATE=DISPATCHED HLDS; CO_HANDLE=DISPATCHED HLFD; CLASSIFY=DISPATCHED D; FOLLOW_UP=DISPATCHED HLFDG; PAUSE=DISPATCHED LFD; RESUME=DISPATCHED HLFD; EXTEND=DISPATCHED LDS; SUPPLEMENT=DISPATCHED RrG; NUDGE=DISPATCHED RG; SUPERVISE=DISPATCHED S; WITHDRAW=WITHDRAWN R
            IN_PROGRESS: REPLY=REPLIED F; FOLLOW_UP=IN_PROGRESS HLFCDG; ACCEPT=IN_PROGRESS HL; RETURN=CLASSIFIED HL; DISPATCH=DISPATCHED D; ESCALATE=DISPATCHED HLDS; CO_HANDLE=IN_PROGRESS HLFD; CLASSIFY=IN_PROGRESS D; PAUSE=IN_PROGRESS HLFD; RESUME=IN_PROGRESS HLFD; EXTEND=IN_PROGRESS LDS; SUPPLEMENT=IN_PROGRESS RrG; NUDGE=IN_PROGRESS RG; SUPERVISE=IN_PROGRESS SY; WITHDRAW=WITHDRAWN R
            REPLIED: CALLBACK=REPLIED RGD; FOLLOW_UP=REPLIED HLFDG; REOPEN=IN_PROGRESS RGDSY; ARCHIVE=ARCHIVED DY
            ARCHIVED: CALLBACK=ARCHIVED RGD; REOPEN=IN_PROGRESS RGDSY
            WITHDRAWN:
            """;

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final String NEEDS_NOTE = "RETURN ESCALATE FOLLOW_UP PAUSE EXTEND REPLY REOPEN SUPERVISE SUPPLEMENT";
    private static final Map<LocalDate, String> FACTS = facts();

    /** One clock: what was promised, and the stretches of time in which it stood still. */
    static final class Clock {
        final String rule;
        final int round;
        final Instant start;
        final String unit;
        int amount;
        final List<Instant[]> still = new ArrayList<>();
        Instant standsSince;
        Instant met;
        Instant gone;

        Clock(String rule, int round, Instant start, int amount, String unit) {
            this.rule = rule;
            this.round = round;
            this.start = start;
            this.amount = amount;
            this.unit = unit;
        }

        boolean runs() {
            return met == null && gone == null;
        }

        Instant due() {
            return switch (unit) {
                case "days" -> workingDays();
                case "hours" -> hours();
                default -> month();
            };
        }

        private Instant workingDays() {
            LocalDate day = start.atZone(SHANGHAI).toLocalDate();
            int left = amount;
            while (left > 0) {
                day = day.plusDays(1);
                if (works(day) && !stillAt(close(day))) {
                    left--;
                }
            }
            return close(day);
        }

        private Instant hours() {
            // standing still after it has fallen due no longer helps
            Instant due = start.plus(Duration.ofHours(amount));
            for (Instant[] stretch : still) {
                if (stretch[0].isBefore(due)) {
                    due = due.plus(Duration.between(stretch[0], stretch[1]));
                }
            }
            return due;
        }

        private Instant month() {
            LocalDate day = start.atZone(SHANGHAI).toLocalDate().plusMonths(amount);
            while (!works(day)) {
                day = day.plusDays(1);
            }
            return close(day);
        }

        private boolean stillAt(Instant moment) {
            return still.stream().anyMatch(s -> !moment.isBefore(s[0]) && moment.isBefore(s[1]));
        }

        String state(Instant now) {
            if (gone != null) {
                return "WITHDRAWN";
            }
            if (met != null) {
                return met.isAfter(due()) ? "MISSED" : "MET";
            }
            return standsSince != null ? "PAUSED" : now.isAfter(due()) ? "MISSED" : "RUNNING";
        }
    }

    String stage = "SUBMITTED";
    String first;
    String holder;
    final Set<String> helpers = new HashSet<>();
    int handOns;
    int round = 1;
    boolean rated;
    boolean supervised;
    String category;
    String urgency;
    String kind;
    String colour;
    Instant nudged;
    Instant ended;
    final Instant filed;
    final Map<String, Clock> clocks = new LinkedHashMap<>();

    PlainModel(Instant filed, String urgency) {
        this.filed = filed;
        this.urgency = urgency;
        begin("acknowledge", filed, 3, "days", true);
        begin("first-reply", filed, 7, "days", true);
        if (urgency.equals("URGENT")) {
            begin("urgent", filed, 24, "hours", true);
        }
    }

    /** A move as it is asked for. */
    record Asked(
            String move,
            String note,
            String category,
            String urgency,
            String kind,
            String colour,
            String unit,
            int days,
            String deadline) {}

    /** 200 and everything changed, or the status of the refusal and nothing changed. */
    int play(Asked asked, String parts, Instant now) {
        String row = row(asked.move());
        if (row == null) {
            return 409;
        }
        String allowed = row.substring(row.indexOf(' ') + 1);
        if (parts.chars().noneMatch(part -> allowed.indexOf(part) >= 0)) {
            return 403;
        }
        int refused = refused(asked, parts, now);
        if (refused != 200) {
            return refused;
        }
        change(asked, now);
        stage = row.substring(row.indexOf('=') + 1, row.indexOf(' '));
        tick(asked, now);
        return 200;
    }

    private String row(String move) {
        String line =
                FLOW.lines().filter(l -> l.startsWith(stage + ":")).findFirst().orElseThrow();
        return Arrays.stream(line.substring(line.indexOf(':') + 1).split(";"))
                .map(String::strip)
                .filter(row -> row.startsWith(move + "="))
                .findFirst()
                .orElse(null);
    }

    private int refused(Asked asked, String parts, Instant now) {
        boolean wordless = asked.note() == null || asked.note().isBlank();
        if (wordless && Arrays.asList(NEEDS_NOTE.split(" ")).contains(asked.move())) {
            return 422;
        }
        switch (asked.move()) {
            case "CLASSIFY":
                return asked.category() == null && category == null ? 422 : 200;
            case "DISPATCH", "ESCALATE", "CO_HANDLE":
                return asked.unit() == null ? 422 : asked.unit().equals(holder) ? 409 : 200;
            case "REPLY":
                return first == null && asked.unit() == null ? 422 : 200;
            case "PAUSE":
                return anyStands() || clocks.values().stream().noneMatch(c -> c.runs() && pausable(c)) ? 409 : 200;
            case "RESUME":
                return anyStands() ? 200 : 409;
            case "EXTEND":
                return asked.days() < 1 || asked.days() > 30 ? 422 : extendable(asked) == null ? 409 : 200;
            case "REOPEN":
                boolean late = ended != null && now.isAfter(ended.plus(Duration.ofDays(30)));
                return late && parts.equals("R") ? 409 : 200;
            case "NUDGE":
                return nudged != null && now.isBefore(nudged.plus(Duration.ofHours(24))) ? 429 : 200;
            case "CALLBACK":
                return rated ? 409 : 200;
            default:
                return 200;
        }
    }

    private void change(Asked asked, Instant now) {
        switch (asked.move()) {
            case "CLASSIFY" -> {
                category = Objects.requireNonNullElse(asked.category(), category);
                urgency = Objects.requireNonNullElse(asked.urgency(), urgency);
                kind = asked.kind() == null ? kind : asked.kind();
                colour = asked.colour() == null ? colour : asked.colour();
            }
            case "DISPATCH", "ESCALATE" -> receive(asked.unit());
            case "RETURN" -> {
                holder = null;
                handOns++;
            }
            case "CO_HANDLE" -> helpers.add(asked.unit());
            case "EXTEND" -> extendable(asked).amount += asked.days();
            case "REPLY" -> {
                if (first == null && asked.unit() != null) {
                    receive(asked.unit());
                }
                rated = false;
            }
            case "SUPERVISE" -> supervised = true;
            case "REOPEN" -> {
                round++;
                rated = false;
                ended = null;
            }
            case "NUDGE" -> nudged = now;
            case "CALLBACK" -> rated = true;
            case "ARCHIVE", "WITHDRAW" -> {
                ended = now;
                supervised = false;
            }
            default -> {}
        }
    }

    private void receive(String unit) {
        if (first == null) {
            first = unit;
        } else {
            handOns++;
        }
        holder = unit;
    }

    /** What the move does to the clocks, said rule by rule. */
    private void tick(Asked asked, Instant now) {
        String move = asked.move();
        if (oneOf(move, "RESUME RETURN DISPATCH ESCALATE REPLY WITHDRAW ARCHIVE")) {
            clocks.values().stream()
                    .filter(c -> c.runs() && c.standsSince != null)
                    .forEach(c -> {
                        c.still.add(new Instant[] {c.standsSince, now});
                        c.standsSince = null;
                    });
        }
        meet(move, now);
        if (oneOf(move, "WITHDRAW ARCHIVE")) {
            clocks.values().stream().filter(Clock::runs).forEach(c -> c.gone = now);
        }
        if (move.equals("CLASSIFY")) {
            clocks.values().stream()
                    .filter(Clock::runs)
                    .filter(c -> !fits(c.rule))
                    .forEach(c -> c.gone = now);
            beginIfItFits("urgent", now, 24, "hours");
            beginIfItFits("immediate-response", now, 24, "hours");
            beginIfItFits("on-the-spot", filed, 3, "days");
            beginIfItFits("yellow-answer", now, 72, "hours");
            beginIfItFits("coordination-start", now, 3, "days");
            if (fits("monthly")) {
                begin("monthly", now, 1, "month", false);
            }
        }
        if (move.equals("RETURN")) {
            begin("owner-named", now, 3, "days", false);
        }
        if (move.equals("ESCALATE")) {
            begin("progress-clear", now, 15, "days", false);
        }
        if (oneOf(move, "REOPEN SUPERVISE")) {
            begin("rectify", now, asked.days() > 0 ? asked.days() : 7, "days", false);
        }
        if (move.equals("PAUSE")) {
            clocks.values().stream().filter(c -> c.runs() && pausable(c)).forEach(c -> c.standsSince = now);
        }
    }

    private void meet(String move, Instant now) {
        Map<String, String> meets = Map.of(
                "CLASSIFY", "acknowledge",
                "DISPATCH", "acknowledge owner-named",
                "ACCEPT", "acknowledge immediate-response coordination-start",
                "FOLLOW_UP", "acknowledge immediate-response progress-clear monthly",
                "REPLY",
                        "acknowledge first-reply urgent immediate-response on-the-spot yellow-answer coordination-start owner-named progress-clear rectify");
        String met = meets.getOrDefault(move, "");
        for (Clock clock : List.copyOf(clocks.values())) {
            if (clock.runs() && oneOf(clock.rule, met)) {
                if (clock.standsSince != null) {
                    clock.still.add(new Instant[] {clock.standsSince, now});
                    clock.standsSince = null;
                }
                clock.met = now;
                if (clock.rule.equals("monthly")) {
                    begin("monthly", now, 1, "month", false);
                }
            }
        }
    }

    private void beginIfItFits(String rule, Instant start, int amount, String unit) {
        if (fits(rule)) {
            begin(rule, start, amount, unit, true);
        }
    }

    private void begin(String rule, Instant start, int amount, String unit, boolean once) {
        Clock last = clocks.values().stream()
                .filter(c -> c.rule.equals(rule))
                .reduce((earlier, later) -> later)
                .orElse(null);
        if (last != null && last.runs()) {
            return;
        }
        if (last != null && once) {
            if (last.gone != null) {
                last.gone = null;
            }
            return;
        }
        int next = last == null ? 1 : last.round + 1;
        clocks.put(rule + "/" + next, new Clock(rule, next, start, amount, unit));
    }

    private boolean fits(String rule) {
        return switch (rule) {
            case "urgent" -> "URGENT".equals(urgency) || "RED".equals(colour);
            case "immediate-response", "on-the-spot" -> "IMMEDIATE".equals(kind);
            case "yellow-answer" -> "YELLOW".equals(colour);
            case "coordination-start" -> "COORDINATED".equals(kind);
            case "monthly" -> "LONG_TERM".equals(kind) || "GREEN".equals(colour);
            default -> true;
        };
    }

    private static boolean pausable(Clock clock) {
        return oneOf(clock.rule, "first-reply on-the-spot yellow-answer progress-clear rectify");
    }

    private boolean anyStands() {
        return clocks.values().stream().anyMatch(c -> c.runs() && c.standsSince != null);
    }

    private Clock extendable(Asked asked) {
        Map<String, String> rulesOf = Map.of(
                "FIRST_REPLY", "first-reply on-the-spot",
                "RECTIFY", "rectify",
                "URGENT_HANDLING", "",
                "COORDINATION_START", "coordination-start owner-named");
        String rules = asked.deadline() == null
                ? "first-reply on-the-spot progress-clear rectify"
                : rulesOf.get(asked.deadline());
        return clocks.values().stream()
                .filter(c -> c.runs() && oneOf(c.rule, rules))
                .reduce((best, other) -> other.due().isBefore(best.due()) ? other : best)
                .orElse(null);
    }

    private static boolean oneOf(String word, String words) {
        return Arrays.asList(words.split(" ")).contains(word);
    }

    private static Instant close(LocalDate day) {
        return day.atTime(LocalTime.of(18, 0)).atZone(SHANGHAI).toInstant();
    }

    private static boolean works(LocalDate day) {
        String listed = FACTS.get(day);
        if (listed != null) {
            return listed.equals("workday");
        }
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** The facts of 2024–2026, and of 2027 the days of the regulation, written down by hand. */
    private static Map<LocalDate, String> facts() {
        Map<LocalDate, String> facts = new java.util.HashMap<>();
        try (var in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(PlainModel.class.getResourceAsStream("/calendar/statutory-2024-2026.csv")),
                StandardCharsets.UTF_8))) {
            in.lines()
                    .filter(line -> line.startsWith("20"))
                    .map(line -> line.split(","))
                    .forEach(
                            parts -> facts.put(LocalDate.parse(parts[0]), parts[1].toLowerCase(java.util.Locale.ROOT)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (String day : "01-01 02-05 02-06 02-07 02-08 04-05 05-01 05-02 06-09 09-15 10-01 10-02 10-03".split(" ")) {
            facts.put(LocalDate.parse("2027-" + day), "holiday");
        }
        return facts;
    }
}
