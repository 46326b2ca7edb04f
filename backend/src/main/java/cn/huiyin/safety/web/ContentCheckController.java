package cn.huiyin.safety.web;

import cn.huiyin.community.Community;
import cn.huiyin.community.PlacePath;
import cn.huiyin.identity.Caller;
import cn.huiyin.media.MediaId;
import cn.huiyin.media.MediaLinks;
import cn.huiyin.problem.Refusal;
import cn.huiyin.safety.CheckState;
import cn.huiyin.safety.ContentDesk;
import cn.huiyin.safety.ContentDesk.Decision;
import cn.huiyin.safety.ContentKind;
import cn.huiyin.safety.store.Reviews.Item;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What waits for a human's eye, and what they decide. */
@RestController
@RequestMapping("/api/v1/content-checks")
class ContentCheckController {

    private static final String FROM_THE_NEWEST = "9223372036854775807";
    private static final Set<CheckState> WAITING = EnumSet.of(CheckState.HELD, CheckState.HUMAN);

    private final ContentDesk desk;
    private final Community community;
    private final MediaLinks links;

    ContentCheckController(ContentDesk desk, Community community, MediaLinks links) {
        this.desk = desk;
        this.community = community;
        this.links = links;
    }

    /** Which of them. */
    enum Wanted {
        PENDING,
        HELD,
        HUMAN,
        RELEASED,
        REFUSED
    }

    @GetMapping
    Mono<Page> list(
            Caller caller,
            @RequestParam(required = false) @Nullable Wanted state,
            @RequestParam(defaultValue = FROM_THE_NEWEST) @Min(value = 1, message = "cursor 须是上一页给出的 nextCursor") long cursor,
            @RequestParam(defaultValue = "20")
                    @Min(value = 1, message = "每页 1 到 100 条") @Max(value = 100, message = "每页 1 到 100 条") int size) {
        Set<CheckState> wanted = state == null ? WAITING : EnumSet.of(CheckState.valueOf(state.name()));
        return desk.page(caller, wanted, cursor, size + 1).map(items -> page(items, size));
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<Shown>> show(Caller caller, @PathVariable long id) {
        return desk.find(caller, id).map(this::found);
    }

    /** A decision as it arrives. */
    record DecisionAsked(
            @NotNull(message = "请指明放行还是不通过") Decision move,

            @Nullable @Size(max = 500, message = "说明请不超过500字") String note) {}

    @PostMapping("/{id}/moves")
    Mono<ResponseEntity<Shown>> decide(
            Caller caller,
            @PathVariable long id,
            @Valid @RequestBody DecisionAsked asked,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return desk.decide(caller, id, version(ifMatch), asked.move(), asked.note())
                .map(this::found);
    }

    private static int version(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw Refusal.of(428, "IF_MATCH_REQUIRED", "请先刷新这段内容，再进行操作");
        }
        try {
            return Integer.parseInt(ifMatch.strip().replaceAll("^\"|\"$", ""));
        } catch (NumberFormatException other) {
            throw Refusal.of(412, "STALE", "这段内容刚刚有了新变化，请刷新后再操作");
        }
    }

    private static String etag(Item item) {
        return "\"%d\"".formatted(item.version());
    }

    private ResponseEntity<Shown> found(Item item) {
        return ResponseEntity.ok().eTag(etag(item)).body(shown(item));
    }

    private Page page(List<Item> items, int size) {
        boolean more = items.size() > size;
        return new Page(
                items.stream().limit(size).map(this::shown).toList(),
                more ? Long.toString(items.get(size - 1).id()) : null);
    }

    private Shown shown(Item item) {
        String media = item.media();
        return new Shown(
                Long.toString(item.id()),
                item.state(),
                item.state().chinese(),
                item.kind(),
                item.subjectKind(),
                item.subjectId(),
                item.part(),
                community.atlas().inWords(new PlacePath(item.place())),
                item.words(),
                media == null ? null : links.unveiled(new MediaId(media)),
                item.byStaff(),
                item.suggest(),
                item.label(),
                item.why(),
                item.note(),
                item.createdAt(),
                item.finishedAt(),
                etag(item));
    }

    /**
     * A check as reviewers see it.
     *
     * @param etag what {@code If-Match} wants when it is decided
     */
    record Shown(
            String id,
            CheckState state,
            String stateName,
            ContentKind kind,
            String subjectKind,
            String subjectId,
            String part,
            String placeName,
            @Nullable String words,
            @Nullable String mediaUrl,
            boolean byStaff,
            @Nullable String suggest,
            @Nullable Integer label,
            @Nullable String why,
            @Nullable String note,
            Instant createdAt,
            @Nullable Instant finishedAt,
            String etag) {}

    record Page(List<Shown> items, @Nullable String nextCursor) {}
}
