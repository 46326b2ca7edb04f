package cn.huiyin.appointment.domain;

import cn.huiyin.identity.AccountId;
import java.util.Set;

/** Somebody before an appointment: who they are and what they are to it. */
public record Actor(AccountId id, String name, Set<Part> parts) {}
