package cn.huiyin.household;

import cn.huiyin.community.Community;
import cn.huiyin.community.PlaceId;
import cn.huiyin.community.PlacePath;
import cn.huiyin.household.domain.Numbers;
import cn.huiyin.household.domain.Purpose;
import cn.huiyin.household.spi.VisitConsent;
import cn.huiyin.household.store.Counts;
import cn.huiyin.household.store.Counts.OfGrid;
import cn.huiyin.household.store.Homes;
import cn.huiyin.household.store.Homes.After;
import cn.huiyin.household.store.Homes.Wanted;
import cn.huiyin.household.store.Past;
import cn.huiyin.household.store.Past.Told;
import cn.huiyin.household.store.Reader;
import cn.huiyin.household.store.Reader.Look;
import cn.huiyin.identity.Caller;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Where staff find homes: by place, class, tag, need, what is due, or a number that somebody gave. */
@Service
public class HouseholdRegister {

    private final Homes homes;
    private final Counts counts;
    private final Past past;
    private final Community community;
    private final ObjectProvider<VisitConsent> consent;

    HouseholdRegister(
            Homes homes, Counts counts, Past past, Community community, ObjectProvider<VisitConsent> consent) {
        this.homes = homes;
        this.counts = counts;
        this.past = past;
        this.community = community;
        this.consent = consent;
    }

    /** A part of a list: the homes, and which of them refuse visits. */
    public record Listed(List<Household> homes, Set<HouseholdId> refusing) {}

    /** What is looked for; null and false for all. */
    public record Filter(
            @Nullable String place,
            @Nullable Set<HouseholdClass> kinds,
            @Nullable Set<Occupancy> statuses,
            @Nullable String tag,
            @Nullable String need,
            boolean touchDue,
            boolean reviseDue) {}

    public Mono<Listed> page(Caller caller, Filter filter, After after, int limit) {
        Reader reader = FileDesk.staff(caller);
        Wanted wanted = new Wanted(
                reader.places(),
                within(reader, filter.place()),
                names(filter.kinds()),
                names(filter.statuses()),
                filter.tag(),
                filter.need(),
                filter.touchDue(),
                filter.reviseDue());
        return homes.page(wanted, after, limit).collectList().flatMap(this::withRefusals);
    }

    /** Each grid within reach. */
    public Mono<List<OfGrid>> counts(Caller caller, @Nullable String place) {
        Reader reader = FileDesk.staff(caller);
        return counts.byGrid(reader.places(), within(reader, place)).collectList();
    }

    /** At most 20; each home found can read that it was looked for. */
    public Mono<Listed> search(Caller caller, @Nullable String phone, @Nullable String idNumber, Purpose purpose) {
        Reader reader = FileDesk.staff(caller);
        if ((phone == null) == (idNumber == null)) {
            return Mono.error(Refusal.invalid(new Fault("phone", "请填写电话号码或身份证号，二者选一")));
        }
        String kind = phone != null ? "PHONE" : "ID_NUMBER";
        return homes.withNumber(kind, number(phone, idNumber), reader, purpose.name())
                .collectList()
                .flatMap(this::withRefusals);
    }

    private static String number(@Nullable String phone, @Nullable String idNumber) {
        return phone != null
                ? Numbers.phone(phone).orElseThrow(() -> Refusal.invalid(new Fault("phone", "电话号码不正确，请填写手机号或带区号的座机")))
                : Numbers.identity(String.valueOf(idNumber))
                        .orElseThrow(() -> Refusal.invalid(new Fault("idNumber", "身份证号不正确，请核对 18 位号码")));
    }

    /** What was said of a home, newest first. */
    public Mono<Told> history(Caller caller, HouseholdId id, Purpose purpose, int before, int limit) {
        return past.history(id, FileDesk.staff(caller), false, new Look(purpose.name(), "HISTORY"), before, limit)
                .filter(told -> !told.parts().isEmpty())
                .switchIfEmpty(Mono.error(FileDesk::notThere));
    }

    private Mono<Listed> withRefusals(List<Household> found) {
        VisitConsent known = consent.getIfAvailable();
        return known == null || found.isEmpty()
                ? Mono.just(new Listed(found, Set.of()))
                : known.refusing(found.stream().map(Household::id).toList())
                        .map(refusing -> new Listed(found, refusing));
    }

    /** The narrowest path that holds everything to look at. */
    private String within(Reader reader, @Nullable String place) {
        if (place == null) {
            return common(reader.places());
        }
        PlacePath path = community
                .atlas()
                .pathOf(new PlaceId(place))
                .orElseThrow(() -> Refusal.invalid(new Fault("place", "没有这个地点")));
        return path.value();
    }

    private static String common(Collection<String> places) {
        String shortest = places.stream()
                .min(java.util.Comparator.comparingInt(String::length))
                .orElse("/");
        String common = shortest;
        while (!places.stream().allMatch(startsWith(common))) {
            common = common.substring(0, common.lastIndexOf('/', common.length() - 2) + 1);
        }
        return common;
    }

    private static java.util.function.Predicate<String> startsWith(String path) {
        return place -> place.startsWith(path);
    }

    private static @Nullable Set<String> names(@Nullable Set<? extends Enum<?>> words) {
        return words == null || words.isEmpty()
                ? null
                : words.stream().filter(Objects::nonNull).map(Enum::name).collect(Collectors.toSet());
    }
}
