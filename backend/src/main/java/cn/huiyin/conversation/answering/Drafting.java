package cn.huiyin.conversation.answering;

import cn.huiyin.classification.Categories;
import cn.huiyin.classification.Category;
import cn.huiyin.classification.Suggester;
import cn.huiyin.classification.Suggestion;
import cn.huiyin.classification.Urgency;
import cn.huiyin.community.Place;
import cn.huiyin.conversation.ConversationSettings;
import cn.huiyin.conversation.answering.Placing.Placed;
import cn.huiyin.conversation.domain.Draft;
import cn.huiyin.conversation.domain.Memory;
import cn.huiyin.conversation.domain.Plainly;
import cn.huiyin.conversation.domain.Question;
import cn.huiyin.conversation.domain.Understanding;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes a matter down, completes it and shows it back; nothing is filed here. */
@Component
class Drafting {

    private static final int SHOWN = 150;
    private static final int CHOICES = 6;

    /** The intake's own measure of being sure (see {@code TicketIntake}). */
    private static final double SURE = 0.8;

    private static final String ANSWERS = "不对就回复“改成”加上对的话，要加话回复“补充”加上要说的，不报了回复“取消”。";

    private final Understanding understanding;
    private final Suggester suggester;
    private final Categories categories;
    private final Doors doors;
    private final Placing placing;
    private final Asking asking;
    private final ConversationSettings settings;

    Drafting(
            Understanding understanding,
            Suggester suggester,
            Categories categories,
            Doors doors,
            Placing placing,
            Asking asking,
            ConversationSettings settings) {
        this.understanding = understanding;
        this.suggester = suggester;
        this.categories = categories;
        this.doors = doors;
        this.placing = placing;
        this.asking = asking;
        this.settings = settings;
    }

    /** A new matter; it takes the place of one that was not handed in. */
    Mono<Reply> begin(Talk talk, String words) {
        return complete(talk, Draft.of(words, talk.spoken()), words);
    }

    /** Looks for danger and for the place, then shows it or asks for what is missing. */
    Mono<Reply> complete(Talk talk, Draft draft, String said) {
        Draft weighed = draft.dangerous(understanding.danger(draft.words()).orElse(null));
        return doors.home(talk.caller())
                .map(home -> placing.place(weighed, said, home))
                .map(placed -> next(talk, placed));
    }

    private Reply next(Talk talk, Placed placed) {
        if (!placed.choices().isEmpty()) {
            return whichPlace(talk, placed.draft(), placed.choices());
        }
        boolean ready = placed.draft().hasPlace() || placed.draft().danger() != null && placing.canBeFoundOut();
        return ready ? show(talk, placed.draft()) : where(talk, placed.draft());
    }

    private Reply whichPlace(Talk talk, Draft draft, List<Place> places) {
        List<Place> first = places.stream().limit(CHOICES).toList();
        String lines = IntStream.range(0, first.size())
                .mapToObj(i -> (i + 1) + ". " + placing.shown(first.get(i)))
                .collect(Collectors.joining("\n"));
        Memory asked = asking.which(
                talk,
                Question.WHERE,
                first.stream().map(place -> place.id().value()).toList());
        return talk.says(first(draft) + "您说的是哪里？\n" + lines + "\n回复前面的数字，或者说清是哪个社区几号楼。", kept(talk, asked, draft));
    }

    Reply where(Talk talk, Draft draft) {
        return talk.says(
                first(draft) + "这件事在哪里？请告诉我是哪个社区、几号楼，比如“" + placing.example() + "”。",
                kept(talk, asking.plain(talk, Question.WHERE), draft));
    }

    /** Shows it back and asks whether it is right. */
    Reply show(Talk talk, Draft draft) {
        String heard = draft.spoken() ? "我听到的是：" : "我记下来了：";
        String question = draft.spoken() ? "对吗？对就回复“确认”，我马上交上去。\n" : "对的话回复“确认”，我马上交上去。\n";
        return talk.says(
                first(draft) + heard + "“" + Plainly.quote(draft.words(), SHOWN) + "”\n类别：" + category(draft) + "\n地点："
                        + place(draft) + "\n" + question + ANSWERS,
                kept(talk, asking.plain(talk, Question.IS_IT_RIGHT), draft));
    }

    /** Danger comes before everything else. */
    private static String first(Draft draft) {
        return draft.danger() == null ? "" : "有危险请先离开，马上打%s！\n".formatted(draft.danger());
    }

    private String category(Draft draft) {
        Suggestion suggestion = suggester.suggest(draft.words());
        String name = categories.find(suggestion.category()).map(Category::name).orElse("由社区来分");
        return name + (isUrgent(draft) ? "（紧急）" : "");
    }

    private static String place(Draft draft) {
        if (draft.where() == null) {
            return "还没说，社区会找您核实，也可以现在补充几号楼";
        }
        return draft.where() + (draft.home() ? "（您家那边）" : draft.onlyDescribed() ? "（请社区核实）" : "");
    }

    /** As the intake will judge it, and urgent wherever there is danger. */
    boolean isUrgent(Draft draft) {
        Suggestion suggestion = suggester.suggest(draft.words());
        boolean sure = suggestion.confidence() >= SURE;
        boolean hazard = categories
                .find(suggestion.category())
                .filter(category -> category.urgency() == Urgency.URGENT)
                .isPresent();
        return draft.danger() != null || sure && (hazard || suggestion.urgency() == Urgency.URGENT);
    }

    private Memory kept(Talk talk, Memory asked, Draft draft) {
        return asked.drafting(draft, talk.now().plus(settings.draftKept()));
    }
}
