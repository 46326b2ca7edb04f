package cn.huiyin.visit;

import cn.huiyin.calendar.WorkingCalendar;
import cn.huiyin.community.PlacePath;
import cn.huiyin.household.Household;
import cn.huiyin.household.HouseholdId;
import cn.huiyin.household.Households;
import cn.huiyin.identity.AccountId;
import cn.huiyin.identity.Accounts;
import cn.huiyin.identity.Contact;
import cn.huiyin.identity.Role;
import cn.huiyin.identity.Staff;
import cn.huiyin.messaging.spi.Subject;
import cn.huiyin.messaging.spi.Subject.Standing.Gone;
import cn.huiyin.messaging.spi.Subject.Standing.Stands;
import cn.huiyin.visit.store.Cards;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Needs cards as messages are about them: they never say what is needed, only that something is. */
@Component
class CardSubject implements Subject {

    static final String KIND = "visit-card";

    private static final LocalTime END_OF_DAY = LocalTime.of(18, 0);

    private final Cards cards;
    private final Households households;
    private final HomesInWords words;
    private final Accounts accounts;
    private final Staff staff;

    CardSubject(Cards cards, Households households, HomesInWords words, Accounts accounts, Staff staff) {
        this.cards = cards;
        this.households = households;
        this.words = words;
        this.accounts = accounts;
        this.staff = staff;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Mono<Standing> look(Waiting message) {
        return cards.find(message.subjectId())
                .map(Cards.Stored::card)
                .flatMap(card -> households
                        .find(new HouseholdId(card.household()))
                        .flatMap(home -> standing(card, home, message)))
                .defaultIfEmpty(new Gone("没有这张需求卡"));
    }

    private Mono<Standing> standing(Cards.Row card, Household home, Waiting message) {
        boolean same = Integer.toString(card.version()).equals(message.facts().get("v"));
        if (!same) {
            return Mono.just(new Gone("需求卡已有变化"));
        }
        return audience(card, home, message.occasion())
                .zipWith(ownerOf(card))
                .map(both -> new Stands(both.getT1(), facts(card, home, both.getT2(), message)));
    }

    private Mono<List<AccountId>> audience(Cards.Row card, Household home, String occasion) {
        return switch (occasion) {
            case "CARD_ANSWERED" -> households.accountsOf(home);
            case "CARD_OVERDUE" -> staff.nearest(Role.DISPATCHER, home.path());
            case "CARD_DUE" ->
                card.owner() == null
                        ? staff.nearest(Role.GRID_WORKER, new PlacePath(card.path()))
                        : Mono.just(List.of(new AccountId(card.owner())));
            default -> Mono.error(new IllegalStateException("nothing is said of cards at " + occasion));
        };
    }

    /** Empty words where nobody has taken it up. */
    private Mono<String> ownerOf(Cards.Row card) {
        if (card.owner() == null) {
            return Mono.just("");
        }
        AccountId owner = new AccountId(card.owner());
        return accounts.contacts(Set.of(owner)).map(known -> {
            Contact contact = known.get(owner);
            return contact == null ? "" : contact.displayName();
        });
    }

    private Map<String, String> facts(Cards.Row card, Household home, String owner, Waiting message) {
        Map<String, String> facts = new TreeMap<>(message.facts());
        facts.put("no", card.card());
        facts.put("matter", card.colour().chinese() + "需求卡");
        facts.put("place", words.of(home));
        facts.put("placePath", home.path().value());
        facts.put(
                "due",
                Moments.exact(card.dueOn()
                        .atTime(END_OF_DAY)
                        .atZone(WorkingCalendar.ZONE)
                        .toInstant()));
        if (!owner.isEmpty()) {
            facts.put("by", owner);
        }
        return facts;
    }
}
