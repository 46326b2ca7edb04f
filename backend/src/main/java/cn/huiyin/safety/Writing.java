package cn.huiyin.safety;

import org.jspecify.annotations.Nullable;

/**
 * Something that somebody wrote or photographed for others to see: words or a file, never both. As a JSON array in
 * {@code snake_case} it goes into {@code safety_append(jsonb)}, in the statement that keeps the content itself.
 *
 * @param street what a city shards by
 * @param place path of the place it is about; says who reviews it
 * @param subjectKind what it is part of, such as {@code ticket}
 * @param subjectId which one, such as the ticket's number
 * @param part {@link Marks#DESCRIPTION}, {@link Marks#event} or {@link Marks#media}
 * @param author the account that wrote it
 * @param byStaff written by staff in their office
 * @param scene WeChat's word for where it is read: 2 a comment, 3 a forum
 */
public record Writing(
        String street,
        String place,
        String subjectKind,
        String subjectId,
        String part,
        long author,
        boolean byStaff,
        int scene,
        @Nullable String words,
        @Nullable String media) {}
