package cn.huiyin.conversation.domain;

import cn.huiyin.classification.Category;
import cn.huiyin.classification.Suggester;
import cn.huiyin.classification.Suggestion;
import cn.huiyin.classification.Urgency;
import cn.huiyin.conversation.domain.Intent.Kind;
import cn.huiyin.conversation.domain.PhraseBook.Hazard;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * From words, and what was asked last, to what somebody wants: the first row of {@link #RULES} that has an answer. How
 * things are said is data ({@link PhraseBook}). Takes any text; none makes it slow.
 */
public final class Understanding {

    /** Above this many letters a text tells of a matter rather than answering a question. */
    private static final int A_SHORT_ANSWER = 30;

    /** Fewer letters cannot tell of a matter. */
    private static final int A_MATTER = 3;

    /** More letters than this beside a verdict, and it is no verdict. */
    private static final int BESIDE_A_VERDICT = 5;

    /** A correction may stand behind a few words. */
    private static final int FAR_IN = 12;

    private static final int AT_THE_START = 3;

    private static final Set<Kind> SMALL_TALK = EnumSet.of(Kind.GREETING, Kind.THANKS, Kind.ABUSE);

    private final PhraseBook book;
    private final Suggester suggester;

    Understanding(PhraseBook book, Suggester suggester) {
        this.book = book;
        this.suggester = suggester;
    }

    /** With the table {@code conversation/phrases.yaml}. */
    public static Understanding fromTable(Suggester suggester) {
        try (InputStream in = Understanding.class.getResourceAsStream("/conversation/phrases.yaml")) {
            if (in == null) {
                throw new IllegalStateException("missing resource conversation/phrases.yaml");
            }
            return new Understanding(PhraseBook.read(new String(in.readAllBytes(), StandardCharsets.UTF_8)), suggester);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A rule and when it is asked. */
    private record Rule(Predicate<Question> when, BiFunction<Understanding, Hearing, Optional<Intent>> reads) {}

    /** What was said, and into which question. */
    private record Hearing(Words words, String plain, String bare, Question asked, int options) {}

    private static final List<Rule> RULES = List.of(
            always((here, heard) -> nothingSaid(heard)),
            after(Question::isAboutADraft, Understanding::cancelled),
            after(Question::leadsToABooking, Understanding::cancelled),
            always(Understanding::command),
            after(Question::hasOptions, (here, heard) -> chosen(heard)),
            after(Question.IS_IT_RIGHT::equals, Understanding::onADraft),
            after(Question.WHERE::equals, (here, heard) -> told(heard)),
            after(Question.WHAT_MATTER::equals, Understanding::matter),
            after(Question.WHAT_NEED::equals, Understanding::need),
            after(Question::isAboutABooking, Understanding::onABooking),
            after(Question::isOffer, Understanding::onAnOffer),
            after(Question::isAboutAnAnswer, Understanding::rated),
            after(Question.SHOWN::equals, Understanding::onATicket),
            always(Understanding::confirmed),
            always(Understanding::reported),
            always(Understanding::dangerous),
            always(Understanding::wished),
            always((here, heard) -> bareNumber(heard)),
            always(Understanding::cancelled),
            always(Understanding::askedAboutEarlier),
            always(Understanding::soundsLikeAMatter),
            always(Understanding::smallTalk),
            always(Understanding::yesOrNo));

    private static Rule always(BiFunction<Understanding, Hearing, Optional<Intent>> reads) {
        return new Rule(question -> true, reads);
    }

    private static Rule after(Predicate<Question> when, BiFunction<Understanding, Hearing, Optional<Intent>> reads) {
        return new Rule(when, reads);
    }

    /**
     * What is wanted.
     *
     * @param asked what we asked last
     * @param options how many options we showed
     */
    public Intent read(String said, Question asked, int options) {
        Words words = book.words(said);
        String plain = words.plain();
        Hearing heard = new Hearing(words, plain, book.bare(plain), asked, options);
        return RULES.stream()
                .filter(rule -> rule.when().test(asked))
                .flatMap(rule -> rule.reads().apply(this, heard).stream())
                .findFirst()
                .orElseGet(() -> Intent.of(Kind.UNCLEAR, words.said()));
    }

    /** Whom to call before anything else; empty where nothing speaks of danger. */
    public Optional<String> danger(String said) {
        String plain = book.words(said).plain();
        for (String harmless : book.notHazards()) {
            plain = plain.replace(harmless, "");
        }
        String rest = plain;
        return book.hazards().stream()
                .filter(hazard -> hazard.say().stream().anyMatch(rest::contains))
                .map(Hazard::call)
                .findFirst();
    }

    /** The even letters of a text, for comparing. */
    public String plain(String said) {
        return book.words(said).plain();
    }

    private static Optional<Intent> nothingSaid(Hearing heard) {
        return heard.plain.isEmpty() ? Optional.of(Intent.of(Kind.UNCLEAR)) : Optional.empty();
    }

    /** All that was said is one phrase of the table: that is meant, whatever was asked. */
    private Optional<Intent> command(Hearing heard) {
        return book.wishes().entrySet().stream()
                .filter(wish -> !SMALL_TALK.contains(wish.getKey()))
                .filter(wish -> wish.getKey() != Kind.RATE || !heard.asked.isAboutAnAnswer())
                .filter(wish -> wish.getValue().stream().anyMatch(phrase -> isAll(phrase, heard)))
                .map(wish -> Intent.of(wish.getKey()))
                .findFirst();
    }

    private static boolean isAll(Phrase phrase, Hearing heard) {
        String words = String.join("", phrase.parts());
        return words.equals(heard.bare) || words.equals(heard.plain);
    }

    private static Optional<Intent> chosen(Hearing heard) {
        OptionalInt choice = Numbers.choice(heard.plain, heard.options);
        return choice.isPresent() ? Optional.of(Intent.choice(Kind.CHOICE, choice.getAsInt())) : Optional.empty();
    }

    private Optional<Intent> onADraft(Hearing heard) {
        return confirmed(heard)
                .or(() -> yesOrNo(heard))
                .or(() -> after(heard, book.change(), FAR_IN, Kind.CHANGE))
                .or(() -> after(heard, book.add(), AT_THE_START, Kind.ADD))
                .or(() -> corrected(heard))
                .or(() -> clearWish(heard))
                .or(() -> Optional.of(Intent.of(Kind.ADD, heard.words.said().strip())));
    }

    /** 不对，是五号楼. */
    private Optional<Intent> corrected(Hearing heard) {
        return List.of("不对", "不是", "错了", "写错了", "听错了").stream()
                .filter(word -> heard.plain.startsWith(word) && heard.plain.length() > word.length() + 1)
                .map(word -> Intent.of(Kind.CHANGE, withoutBe(heard.words.saidFrom(word.length()))))
                .findFirst();
    }

    private static String withoutBe(String said) {
        String rest = said.replaceFirst("^[\\p{P}\\s]{0,5}", "");
        return rest.startsWith("是") ? rest.substring(1) : rest;
    }

    /** What follows one of these words, where it stands among the first letters. */
    private Optional<Intent> after(Hearing heard, List<String> starts, int within, Kind kind) {
        return starts.stream()
                .filter(start -> position(heard, start) >= 0 && position(heard, start) <= within)
                .map(start ->
                        Intent.of(kind, withoutMarks(heard.words.saidFrom(position(heard, start) + start.length()))))
                .findFirst();
    }

    private static int position(Hearing heard, String word) {
        return heard.plain.indexOf(word);
    }

    private static Optional<Intent> told(Hearing heard) {
        return Optional.of(Intent.of(Kind.TOLD, heard.words.said().strip()));
    }

    /** Asked what the matter is, nearly everything is the matter. */
    private Optional<Intent> matter(Hearing heard) {
        return cancelled(heard)
                .or(() -> in(book.no(), heard) ? Optional.of(Intent.of(Kind.CANCEL)) : Optional.empty())
                .or(() -> reported(heard))
                .or(() -> clearWish(heard))
                .or(() -> heard.bare.length() < 2 ? Optional.empty() : told(heard));
    }

    /** Asked what a visit is needed for, nearly everything is what it is needed for; danger is not. */
    private Optional<Intent> need(Hearing heard) {
        return dangerous(heard).or(() -> matter(heard));
    }

    /** 不取消 is a no, though 取消 is in it. */
    private Optional<Intent> onABooking(Hearing heard) {
        return confirmed(heard).or(() -> yesOrNo(heard)).or(() -> cancelled(heard));
    }

    private Optional<Intent> yesOrNo(Hearing heard) {
        if (in(book.yes(), heard)) {
            return Optional.of(Intent.of(Kind.YES));
        }
        return in(book.no(), heard) ? Optional.of(Intent.of(Kind.NO)) : Optional.empty();
    }

    /** 好啊，让他打给我. */
    private Optional<Intent> onAnOffer(Hearing heard) {
        boolean agreed = heard.plain.length() <= A_SHORT_ANSWER
                && book.yes().stream().anyMatch(word -> word.length() > 1 && heard.plain.startsWith(word));
        return yesOrNo(heard).or(() -> agreed ? Optional.of(Intent.of(Kind.YES)) : Optional.empty());
    }

    /** 确认, perhaps with a yes beside it. */
    private Optional<Intent> confirmed(Hearing heard) {
        boolean named = book.confirm().stream().anyMatch(heard.plain::contains);
        boolean nothingElse = named
                && book.isMadeOf(
                        heard.plain,
                        Stream.concat(book.confirm().stream(), book.yes().stream())
                                .toList());
        return nothingElse ? Optional.of(Intent.of(Kind.CONFIRM)) : Optional.empty();
    }

    /** 取消, perhaps with a no beside it; or it is how they begin. */
    private Optional<Intent> cancelled(Hearing heard) {
        boolean begins = heard.plain.length() <= A_SHORT_ANSWER
                && book.cancel().stream().anyMatch(word -> word.length() > 2 && heard.plain.startsWith(word));
        boolean named = book.cancel().stream().anyMatch(heard.plain::contains);
        boolean nothingElse = named
                && book.isMadeOf(
                        heard.plain,
                        Stream.concat(book.cancel().stream(), book.no().stream())
                                .toList());
        return begins || nothingElse ? Optional.of(Intent.of(Kind.CANCEL)) : Optional.empty();
    }

    private boolean in(Set<String> words, Hearing heard) {
        return words.contains(heard.plain) || words.contains(heard.bare) || book.isMadeOf(heard.plain, words);
    }

    /** 上个月投诉的那个，有人来看过没. */
    private Optional<Intent> askedAboutEarlier(Hearing heard) {
        boolean earlier = book.earlier().stream().anyMatch(heard.plain::contains);
        boolean asking = book.asking().stream().anyMatch(heard.plain::endsWith);
        return earlier && asking && heard.plain.length() <= A_SHORT_ANSWER
                ? Optional.of(new Intent(Kind.PROGRESS, heard.bare, null, null, 0))
                : Optional.empty();
    }

    /** 喂，在吗: nothing but greetings, or nothing but thanks. */
    private Optional<Intent> smallTalk(Hearing heard) {
        return SMALL_TALK.stream()
                .filter(kind -> book.isMadeOf(heard.plain, wordsOf(kind)))
                .map(Intent::of)
                .findFirst();
    }

    private List<String> wordsOf(Kind kind) {
        return book.wishes().getOrDefault(kind, List.of()).stream()
                .map(phrase -> String.join("", phrase.parts()))
                .toList();
    }

    private Optional<Intent> rated(Hearing heard) {
        OptionalInt stars = Numbers.alone(heard.bare.isEmpty() ? heard.plain : heard.bare);
        if (stars.isPresent() && stars.getAsInt() >= 1 && stars.getAsInt() <= 5) {
            return Optional.of(rate(heard, new Verdict(null, stars.getAsInt())));
        }
        Verdict verdict = Verdicts.in(heard.plain, book.verdicts());
        boolean isQuestion = weight(Kind.PROGRESS, heard.plain, heard.bare) >= 4;
        return verdict == null || isQuestion ? Optional.empty() : Optional.of(rate(heard, verdict));
    }

    private static Intent rate(Hearing heard, Verdict verdict) {
        return new Intent(
                Kind.RATE, heard.words.said().strip(), Digits.in(heard.plain).orElse(null), verdict, 0);
    }

    /** A ticket was just shown: more of it, or a push. */
    private Optional<Intent> onATicket(Hearing heard) {
        return after(heard, book.add(), AT_THE_START, Kind.ADD);
    }

    /** 我要反映 at the beginning; what follows is the matter. */
    private Optional<Intent> reported(Hearing heard) {
        int start = politeStart(heard.plain);
        int end = book.wishes().getOrDefault(Kind.REPORT, List.of()).stream()
                .filter(phrase -> !phrase.alone() && phrase.parts().size() == 1)
                .map(phrase -> phrase.parts().get(0))
                .mapToInt(phrase -> opening(heard.plain, start, phrase))
                .max()
                .orElse(0);
        if (end == 0 || end < heard.plain.length() && heard.plain.charAt(end) == '的') {
            return Optional.empty();
        }
        return Optional.of(Intent.of(Kind.REPORT, withoutMarks(withoutFillers(heard, end))));
    }

    private static int opening(String plain, int start, String phrase) {
        int at = plain.indexOf(phrase);
        return at >= 0 && at <= start ? at + phrase.length() : 0;
    }

    /** Where the polite words at the beginning end. */
    private int politeStart(String plain) {
        int start = 0;
        for (int before = -1; before != start; ) {
            before = start;
            for (String filler : book.padding()) {
                start = plain.startsWith(filler, start) ? start + filler.length() : start;
            }
        }
        return start;
    }

    /** 一下, 个问题 and the like after 我要反映. */
    private static String withoutFillers(Hearing heard, int end) {
        int from = end;
        for (String filler : List.of("一下", "下", "一个", "个", "一件", "件", "问题", "事情", "事儿", "事", "情况", "就是", "说")) {
            from = heard.plain.startsWith(filler, from) ? from + filler.length() : from;
        }
        return heard.words.saidFrom(from);
    }

    private static String withoutMarks(String said) {
        int start = 0;
        while (start < said.length() && !Character.isLetterOrDigit(said.codePointAt(start))) {
            start += Character.charCount(said.codePointAt(start));
        }
        return said.substring(start);
    }

    /** Danger is reported, unless the words only ask about a matter that was. */
    private Optional<Intent> dangerous(Hearing heard) {
        boolean asksOnly = weight(Kind.PROGRESS, heard.plain, heard.bare) >= 3;
        return asksOnly ? Optional.empty() : danger(heard.words.said()).map(call -> report(heard));
    }

    private static Intent report(Hearing heard) {
        return Intent.of(Kind.REPORT, heard.words.said().strip());
    }

    /** What weighs most, a verdict among it. */
    private Optional<Intent> wished(Hearing heard) {
        Heaviest heaviest = heaviest(heard);
        Optional<Digits> number = Digits.in(heard.plain);
        Verdict verdict = Verdicts.in(heard.plain, book.verdicts());
        int verdicts = Verdicts.weight(heard.plain, book.verdicts());
        if (verdict != null && verdicts >= Math.max(heaviest.weight, 2) && isAnAnswer(heard, heaviest, verdicts)) {
            return Optional.of(rate(heard, verdict));
        }
        if (heaviest.kind == null) {
            return number.map(digits -> new Intent(Kind.PROGRESS, "", digits, null, 0));
        }
        if (tellsOfAMatter(heard, heaviest)) {
            return Optional.of(report(heard));
        }
        return Optional.of(new Intent(
                heaviest.kind,
                heaviest.kind == Kind.REPORT ? heard.words.said().strip() : heaviest.rest,
                number.orElse(null),
                heaviest.kind == Kind.RATE ? verdict : null,
                0));
    }

    /** Few words beside the verdict, or they would be the matter itself. */
    private boolean isAnAnswer(Hearing heard, Heaviest heaviest, int verdicts) {
        if (heaviest.kind == Kind.RATE) {
            return true;
        }
        int number = Digits.in(heard.plain)
                .map(digits -> digits.end() - digits.start())
                .orElse(0);
        int beside = heard.bare.length() - number - verdicts;
        return beside <= BESIDE_A_VERDICT
                && !(beside > 3 && soundsLikeAMatter(heard).isPresent());
    }

    /** A long story in which a wish is only mentioned. */
    private boolean tellsOfAMatter(Hearing heard, Heaviest heaviest) {
        boolean mayOnlyMention = heaviest.kind == Kind.NUDGE
                || heaviest.kind == Kind.HUMAN
                || heaviest.kind == Kind.ABUSE
                || heaviest.kind == Kind.THANKS
                || heaviest.kind == Kind.GREETING
                || heaviest.kind == Kind.BIND;
        int needed = SMALL_TALK.contains(heaviest.kind) ? A_MATTER : 8;
        return mayOnlyMention
                && heaviest.rest.length() >= needed
                && soundsLikeAMatter(heard).isPresent()
                && (heaviest.kind != Kind.NUDGE || heard.plain.length() > A_SHORT_ANSWER);
    }

    /** A wish that is more than mentioned. */
    private Optional<Intent> clearWish(Hearing heard) {
        Heaviest heaviest = heaviest(heard);
        boolean clear = heaviest.kind != null
                && heaviest.kind != Kind.REPORT
                && heaviest.kind != Kind.RATE
                && heaviest.kind != Kind.NUDGE
                && heaviest.weight >= 2
                && heaviest.rest.length() <= 2;
        return clear ? wished(heard) : Optional.empty();
    }

    /** The wish that covers most characters, and what is left beside it. */
    private record Heaviest(@Nullable Kind kind, int weight, String rest) {}

    private Heaviest heaviest(Hearing heard) {
        Heaviest best = new Heaviest(null, 0, "");
        for (Map.Entry<Kind, List<Phrase>> wish : book.wishes().entrySet()) {
            BitSet spoken = spoken(wish.getValue(), heard.plain, heard.bare);
            int weight = spoken.cardinality();
            boolean better = weight > best.weight
                    || weight == best.weight && best.kind != null && SMALL_TALK.contains(best.kind);
            if (weight > 0 && better && !(SMALL_TALK.contains(wish.getKey()) && best.weight > 1)) {
                best = new Heaviest(wish.getKey(), weight, rest(heard.plain, spoken));
            }
        }
        return best;
    }

    private int weight(Kind kind, String plain, String bare) {
        return spoken(book.wishes().getOrDefault(kind, List.of()), plain, bare).cardinality();
    }

    private static BitSet spoken(List<Phrase> phrases, String plain, String bare) {
        BitSet spoken = new BitSet(plain.length());
        phrases.forEach(phrase -> phrase.mark(plain, bare, spoken));
        return spoken;
    }

    /** What the wish does not speak of: what it is about. */
    private String rest(String plain, BitSet spoken) {
        StringBuilder rest = new StringBuilder();
        for (int i = 0; i < plain.length(); i++) {
            rest.append(spoken.get(i) ? ' ' : plain.charAt(i));
        }
        return book.bare(rest.toString()).replace(" ", "");
    }

    private static Optional<Intent> bareNumber(Hearing heard) {
        OptionalInt number = Numbers.choice(heard.plain, 99);
        return number.isPresent() ? Optional.of(Intent.choice(Kind.NUMBER, number.getAsInt())) : Optional.empty();
    }

    private Optional<Intent> soundsLikeAMatter(Hearing heard) {
        if (heard.plain.length() < A_MATTER) {
            return Optional.empty();
        }
        Suggestion suggestion = suggester.suggest(heard.words.said());
        boolean matter = !suggestion.category().equals(Category.OTHER) || suggestion.urgency() == Urgency.URGENT;
        return matter ? Optional.of(report(heard)) : Optional.empty();
    }
}
