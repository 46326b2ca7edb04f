package cn.huiyin.ticket.domain;

import cn.huiyin.identity.AccountId;
import java.util.Set;

/** Somebody before a ticket: who they are and what they are to it. */
public record Actor(AccountId id, String name, Set<Part> parts) {

    /** Two parts on one ticket are told apart by who may make the move. */
    Part actingAs(Set<Part> allowed) {
        return parts.stream().filter(allowed::contains).sorted().findFirst().orElseThrow();
    }
}
