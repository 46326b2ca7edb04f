package cn.huiyin.oversight;

import cn.huiyin.community.Community;
import cn.huiyin.community.Place;
import cn.huiyin.community.PlaceId;
import cn.huiyin.community.PlaceKind;
import cn.huiyin.oversight.store.Draws;
import cn.huiyin.oversight.store.Draws.Draw;
import cn.huiyin.oversight.store.Draws.Listed;
import cn.huiyin.oversight.store.Draws.Lot;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Draws as anybody may see them, and all that it takes to draw again. */
@Component
public class DrawDesk {

    private static final Refusal UNKNOWN = Refusal.unknown("DRAW_NOT_FOUND", "没有这次抽查，或者还没有抽");

    private static final Pattern PLACE = Pattern.compile("[a-z0-9-]{1,64}");

    /** What is told with every list; infra/spotcheck/redraw does it. */
    private static final String HOW =
            "seed 是 secret、headHash、month、communityId 用换行符连起来之后的 SHA-256（小写十六进制）。对每个走访编号，算出 seed、换行符、编号连起来之后的"
                    + " SHA-256，从小到大取前 ⌈走访数 × share ÷ 100⌉ 个，就是抽中的。commitment 是 secret 的 SHA-256，月底以前就公布了；digest"
                    + " 是全部编号按字节排序、每个后面加换行符之后的 SHA-256。";

    private final Draws draws;
    private final Community community;

    DrawDesk(Draws draws, Community community) {
        this.draws = draws;
        this.community = community;
    }

    /** A draw, and how many were drawn in each community; none as long as it was not made. */
    public record DrawView(
            String streetId,
            String month,
            int share,
            String commitment,
            Instant committedAt,
            Instant headAt,
            Instant drawsAt,
            @Nullable Instant drawnAt,
            @Nullable String secret,
            @Nullable Long headLength,
            @Nullable String headHash,
            List<ListLine> lists) {}

    public record ListLine(
            String communityId, String communityName, String seed, int visits, int drawn, String digest) {}

    /** Everything that it takes to draw again. */
    public record ListView(
            String streetId,
            String communityId,
            String month,
            int share,
            String commitment,
            String secret,
            String headHash,
            String seed,
            String digest,
            List<String> visits,
            List<String> drawn,
            String how) {}

    public record Page(List<DrawView> items, @Nullable YearMonth last) {}

    /** The newest first. */
    public Mono<Page> page(String street, YearMonth before, int size) {
        known(street);
        return draws.page(street, before, size + 1).flatMap(oneMore -> {
            List<Draw> shown = oneMore.subList(0, Math.min(size, oneMore.size()));
            return Mono.just(shown)
                    .flatMapIterable(all -> all)
                    .concatMap(this::withLists)
                    .collectList()
                    .map(items -> new Page(
                            items, oneMore.size() > size ? shown.get(size - 1).month() : null));
        });
    }

    private void known(String street) {
        if (community
                .atlas()
                .place(new PlaceId(street))
                .filter(place -> place.kind() == PlaceKind.STREET)
                .isEmpty()) {
            throw Refusal.invalid(new Fault("street", "没有这个街道"));
        }
    }

    public Mono<DrawView> find(String street, YearMonth month) {
        return found(street, month).flatMap(this::withLists).switchIfEmpty(Mono.error(UNKNOWN));
    }

    private Mono<Draw> found(String street, YearMonth month) {
        return PLACE.matcher(street).matches() ? draws.find(street, month) : Mono.empty();
    }

    private Mono<DrawView> withLists(Draw draw) {
        return draws.lists(draw)
                .map(lists -> new DrawView(
                        draw.street(),
                        draw.month().toString(),
                        draw.share(),
                        draw.commitment(),
                        draw.committedAt(),
                        draw.headAt(),
                        draw.drawsAt(),
                        draw.drawnAt(),
                        draw.secret(),
                        draw.headLength(),
                        draw.headHash(),
                        lists.stream().map(this::line).toList()));
    }

    private ListLine line(Listed list) {
        String name = community
                .atlas()
                .place(new PlaceId(list.community()))
                .map(Place::name)
                .orElse(list.community());
        return new ListLine(list.community(), name, list.seed(), list.visits(), list.drawn(), list.digest());
    }

    public Mono<ListView> list(String street, YearMonth month, String communityId) {
        return found(street, month)
                .flatMap(draw -> draws.lists(draw)
                        .flatMapIterable(lists -> lists)
                        .filter(list -> list.community().equals(communityId))
                        .next()
                        .flatMap(list -> draws.lots(communityId, month).map(lots -> view(draw, list, lots))))
                .switchIfEmpty(Mono.error(UNKNOWN));
    }

    private static ListView view(Draw draw, Listed list, List<Lot> lots) {
        return new ListView(
                draw.street(),
                list.community(),
                draw.month().toString(),
                draw.share(),
                draw.commitment(),
                String.valueOf(draw.secret()),
                String.valueOf(draw.headHash()),
                list.seed(),
                list.digest(),
                lots.stream().map(Lot::visit).toList(),
                lots.stream()
                        .filter(Lot::drawn)
                        .sorted(Comparator.comparing(Lot::rank))
                        .map(Lot::visit)
                        .toList(),
                HOW);
    }
}
