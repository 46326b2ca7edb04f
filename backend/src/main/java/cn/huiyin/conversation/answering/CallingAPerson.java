package cn.huiyin.conversation.answering;

import cn.huiyin.community.Community;
import cn.huiyin.community.Place;
import cn.huiyin.community.PlacePath;
import cn.huiyin.conversation.ConversationSettings;
import cn.huiyin.conversation.domain.Intent.Kind;
import cn.huiyin.conversation.domain.Plainly;
import cn.huiyin.conversation.domain.Question;
import cn.huiyin.identity.Home;
import cn.huiyin.messaging.Notice;
import cn.huiyin.messaging.Outbox;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** 人工: a person can always be reached. The grid worker of their home gets a task, a dispatcher where no home is known. */
@Component
class CallingAPerson implements Deed {

    private static final int LONGEST_WORDS = 60;

    private final Doors doors;
    private final Outbox outbox;
    private final Community community;
    private final Phones phones;
    private final Links links;
    private final ConversationSettings settings;

    CallingAPerson(
            Doors doors,
            Outbox outbox,
            Community community,
            Phones phones,
            Links links,
            ConversationSettings settings) {
        this.doors = doors;
        this.outbox = outbox;
        this.community = community;
        this.phones = phones;
        this.links = links;
        this.settings = settings;
    }

    @Override
    public boolean takes(Kind kind, Question asked) {
        return kind == Kind.HUMAN || kind == Kind.YES && asked == Question.WANT_A_PERSON;
    }

    @Override
    public Mono<Reply> answer(Talk talk) {
        return doors.home(talk.caller()).flatMap(home -> call(talk, home));
    }

    private Mono<Reply> call(Talk talk, Optional<Home> home) {
        Optional<PlacePath> there = home.map(Home::path).or(this::theOnlyStreet);
        if (there.isEmpty()) {
            return Mono.just(talk.says(
                    phones.sentence(home) + "我还不知道您住哪里，不好找人。请先"
                            + links.to(links.pages().me(), "点这里填上住址") + "，再回复“人工”。",
                    talk.memory().withoutQuestion()));
        }
        return outbox.append(List.of(notice(talk, home, there.get())))
                .timeout(settings.lookLimit())
                .map(kept -> talk.says(
                        (kept == 1 ? "好的，已经告诉" + who(home) + "，会尽快联系您。\n" : "刚才已经告诉" + who(home) + "了，请再等一等。\n")
                                + phones.sentence(home),
                        talk.memory().withoutQuestion()));
    }

    private static String who(Optional<Home> home) {
        return home.isPresent() ? "您那片的网格员" : "社区的工作人员";
    }

    private Optional<PlacePath> theOnlyStreet() {
        List<Place> streets = community.atlas().streets();
        return streets.size() == 1 ? Optional.of(streets.get(0).path()) : Optional.empty();
    }

    /** The key lets one through for each stretch of time. */
    private Notice notice(Talk talk, Optional<Home> home, PlacePath there) {
        long stretch = talk.now().getEpochSecond() / settings.humanEvery().toSeconds();
        String who = talk.caller().id().toString();
        return new Notice(
                "HUMAN_ASKED",
                "%s/%s/%d".formatted(PersonSubject.KIND, who, stretch),
                there.street().value(),
                PersonSubject.KIND,
                who,
                null,
                null,
                facts(talk, home, there));
    }

    private Map<String, String> facts(Talk talk, Optional<Home> home, PlacePath there) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("by", talk.caller().displayName());
        facts.put("placePath", there.value());
        home.ifPresent(known -> facts.put("place", place(known)));
        boolean said =
                talk.intent().kind() == Kind.HUMAN && talk.words().strip().length() > 4;
        facts.put("note", said ? Plainly.quote(talk.words(), LONGEST_WORDS) : "");
        return facts;
    }

    private String place(Home home) {
        String building = community.atlas().inWords(home.path());
        return home.room() == null ? building : building + " " + home.room();
    }
}
