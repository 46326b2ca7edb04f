package cn.huiyin.appointment.domain;

import java.util.List;

/**
 * Somebody who can be booked, such as the community doctor.
 *
 * @param about what they do, in a sentence
 * @param needs what they are the ones for
 * @param active whether new slots may be opened
 */
public record Service(String code, String name, String about, List<String> needs, boolean active) {}
