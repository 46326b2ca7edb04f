package cn.huiyin.visit;

import cn.huiyin.community.Community;
import cn.huiyin.community.PlaceId;
import cn.huiyin.community.PlacePath;
import cn.huiyin.idempotency.Answer;
import cn.huiyin.idempotency.Repeat;
import cn.huiyin.idempotency.Repeats;
import cn.huiyin.identity.Caller;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import cn.huiyin.visit.store.Consents.Kept;
import cn.huiyin.visit.store.PurposeNotices;
import cn.huiyin.visit.store.PurposeNotices.Hung;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The board and the group: where everybody in a place is told what visits are for (S3 §2.3.1). */
@Service
public class PurposeDesk {

    private final PurposeNotices notices;
    private final Community community;
    private final Repeats repeats;
    private final JsonMapper json;

    PurposeDesk(PurposeNotices notices, Community community, Repeats repeats, JsonMapper json) {
        this.notices = notices;
        this.community = community;
        this.repeats = repeats;
        this.json = json;
    }

    /** A notice as it is shown. */
    public record NoticeView(
            String id, String placeId, String place, NoticeAsked.Way way, String purpose, Instant at) {}

    public Mono<Answer> hang(Caller caller, NoticeAsked asked, Repeat repeat) {
        List<Fault> faults = new ArrayList<>();
        RecordReading.plain("purpose", asked.purpose(), faults);
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        PlacePath place = placeOf(asked.placeId());
        if (!VisitReach.keeps(caller, place)) {
            throw Refusal.notYours("OUT_OF_REACH", "这个地方不归您管");
        }
        return repeats.once(
                repeat,
                () -> notices.next().flatMap(next -> {
                    var hung = new Hung(
                            next.id(),
                            place.value(),
                            asked.way(),
                            asked.purpose().strip(),
                            next.now());
                    Answer answer = new Answer(201, null, null, json.writeValueAsString(view(hung)));
                    return notices.hang(
                                    hung,
                                    caller.id(),
                                    Kept.of(repeat, answer.status(), answer.location(), answer.etag(), answer.body()))
                            .thenReturn(answer);
                }));
    }

    private PlacePath placeOf(String id) {
        return community
                .atlas()
                .pathOf(new PlaceId(id))
                .orElseThrow(() -> Refusal.invalid(new Fault("placeId", "没有这个地点")));
    }

    /** What was told in a place and around it, the latest first; anybody may read what hangs on the board. */
    public Mono<VisitPage<NoticeView>> list(String placeId, VisitCursor after, int size) {
        return notices.around(placeOf(placeId), after, size + 1)
                .map(found -> VisitPage.of(
                        found,
                        size,
                        this::view,
                        last -> new VisitCursor(last.at(), Long.toString(last.id())).written()));
    }

    private NoticeView view(Hung hung) {
        PlacePath place = new PlacePath(hung.path());
        return new NoticeView(
                Long.toString(hung.id()),
                place.last().value(),
                community.atlas().inWords(place),
                hung.way(),
                hung.purpose(),
                hung.at());
    }
}
