package cn.huiyin.visit;

import cn.huiyin.household.Household;
import cn.huiyin.household.HouseholdId;
import cn.huiyin.identity.AccountId;
import cn.huiyin.identity.Contact;
import java.util.Map;

/** Names of people and rooms of homes by their ids. */
record VisitNames(Map<AccountId, Contact> people, Map<HouseholdId, Household> homes) {

    String of(long id) {
        Contact contact = people.get(new AccountId(id));
        return contact == null ? "工作人员" : contact.displayName();
    }

    /** A space and the room, or nothing where the home is gone. */
    String room(String home) {
        Household found = homes.get(new HouseholdId(home));
        return found == null ? "" : " " + found.room();
    }
}
