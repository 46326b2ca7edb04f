package cn.huiyin.visit;

import cn.huiyin.calendar.WorkingCalendar;
import cn.huiyin.household.Household;
import cn.huiyin.household.HouseholdId;
import cn.huiyin.household.Households;
import cn.huiyin.identity.Role;
import cn.huiyin.identity.Staff;
import cn.huiyin.messaging.spi.Subject;
import cn.huiyin.messaging.spi.Subject.Standing.Gone;
import cn.huiyin.messaging.spi.Subject.Standing.Stands;
import cn.huiyin.visit.domain.Consent;
import cn.huiyin.visit.domain.ConsentState;
import cn.huiyin.visit.store.Consents;
import java.time.LocalTime;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A refusal as messages are about it: for the secretary 社区书记, as long as the second try is open. */
@Component
class ConsentSubject implements Subject {

    static final String KIND = "visit-consent";

    private static final LocalTime END_OF_DAY = LocalTime.of(18, 0);

    private final Consents consents;
    private final Households households;
    private final HomesInWords words;
    private final Staff staff;

    ConsentSubject(Consents consents, Households households, HomesInWords words, Staff staff) {
        this.consents = consents;
        this.households = households;
        this.words = words;
        this.staff = staff;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Mono<Standing> look(Waiting message) {
        return households
                .find(new HouseholdId(message.subjectId()))
                .flatMap(home -> consents.of(home.id(), home.path())
                        .flatMap(standing -> standing(home, standing.consent(), message)))
                .defaultIfEmpty(new Gone("没有这一户"));
    }

    private Mono<Standing> standing(Household home, Consent consent, Waiting message) {
        boolean open = consent.stored() == ConsentState.REFUSED
                && Integer.toString(consent.round()).equals(message.facts().get("round"));
        return open
                ? staff.nearest(Role.DISPATCHER, home.path())
                        .map(people -> new Stands(people, facts(home, consent, message)))
                : Mono.just(new Gone("已有答复"));
    }

    private Map<String, String> facts(Household home, Consent consent, Waiting message) {
        Map<String, String> facts = new TreeMap<>(message.facts());
        facts.put("no", home.id().value());
        facts.put("service", "上门走访");
        facts.put("place", words.of(home));
        facts.put("placePath", home.path().value());
        if (consent.secondTryDue() != null) {
            facts.put(
                    "due",
                    Moments.exact(consent.secondTryDue()
                            .atTime(END_OF_DAY)
                            .atZone(WorkingCalendar.ZONE)
                            .toInstant()));
        }
        return facts;
    }
}
