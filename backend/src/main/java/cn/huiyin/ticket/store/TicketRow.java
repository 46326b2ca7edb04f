package cn.huiyin.ticket.store;

import cn.huiyin.classification.HandlingKind;
import cn.huiyin.classification.LedgerColour;
import cn.huiyin.classification.Urgency;
import cn.huiyin.community.PlaceId;
import cn.huiyin.community.PlacePath;
import cn.huiyin.community.UnitId;
import cn.huiyin.identity.AccountId;
import cn.huiyin.ticket.Origin;
import cn.huiyin.ticket.TicketNo;
import cn.huiyin.ticket.domain.Classification;
import cn.huiyin.ticket.domain.Deadlines;
import cn.huiyin.ticket.domain.Filing;
import cn.huiyin.ticket.domain.Progress;
import cn.huiyin.ticket.domain.Responsibility;
import cn.huiyin.ticket.domain.Stage;
import cn.huiyin.ticket.domain.Ticket;
import cn.huiyin.ticket.domain.TicketEvent;
import cn.huiyin.ticket.domain.Where;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A row of table {@code ticket}, column by column. */
record TicketRow(
        String no,
        String description,
        List<String> media,
        Filing.Channel channel,
        boolean anonymous,
        long reporter,
        @Nullable Long recorder,
        Instant filedAt,
        Origin.@Nullable Kind originKind,
        @Nullable String originId,
        @Nullable Instant originAt,
        String place,
        String path,
        @Nullable String placeDetail,
        @Nullable Double lng,
        @Nullable Double lat,
        @Nullable String category,
        Urgency urgency,
        @Nullable HandlingKind handlingKind,
        @Nullable LedgerColour colour,
        @Nullable JsonNode suggestion,
        Stage stage,
        boolean supervised,
        int round,
        boolean rated,
        @Nullable String answer,
        @Nullable Instant nudgedAt,
        int nudges,
        @Nullable Instant endedAt,
        @Nullable String firstReceiver,
        @Nullable String holder,
        @Nullable Long handler,
        Set<String> coHandlers,
        int handOns,
        int chainLength,
        String chainHead,
        long version) {

    static TicketRow of(Ticket ticket, @Nullable JsonNode suggestion) {
        Filing filing = ticket.filing();
        Where where = ticket.where();
        Classification is = ticket.classification();
        Origin origin = filing.origin();
        Progress progress = ticket.progress();
        Responsibility who = ticket.responsibility();
        return new TicketRow(
                filing.no().value(),
                filing.description(),
                filing.media(),
                filing.channel(),
                filing.anonymous(),
                filing.reporter().value(),
                value(filing.recorder()),
                filing.at(),
                origin == null ? null : origin.kind(),
                origin == null ? null : origin.id(),
                origin == null ? null : origin.at(),
                where.place().value(),
                where.path().value(),
                where.detail(),
                where.lng(),
                where.lat(),
                is.category(),
                is.urgency(),
                is.handlingKind(),
                is.colour(),
                suggestion,
                progress.stage(),
                progress.supervised(),
                progress.round(),
                progress.rated(),
                progress.answer(),
                progress.nudgedAt(),
                progress.nudges(),
                progress.endedAt(),
                value(who.firstReceiver()),
                value(who.holder()),
                value(who.handler()),
                new TreeSet<>(who.coHandlers()),
                who.handOns(),
                ticket.chain().length(),
                ticket.chain().head(),
                ticket.version() + 1);
    }

    Ticket ticket(AccountId reportedBy, List<DeadlineRow> deadlines) {
        TicketNo number = new TicketNo(no);
        return new Ticket(
                filing(number, reportedBy),
                new Where(new PlaceId(place), new PlacePath(path), placeDetail, lng, lat),
                new Classification(category, urgency, handlingKind, colour),
                new Responsibility(unit(firstReceiver), unit(holder), account(handler), coHandlers, handOns),
                new Deadlines(deadlines.stream().map(DeadlineRow::deadline).toList()),
                new Progress(stage, supervised, round, rated, answer, nudgedAt, nudges, endedAt),
                new TicketEvent.Chain(number, chainLength, chainHead),
                version);
    }

    private Filing filing(TicketNo number, AccountId reportedBy) {
        Origin origin = originKind == null || originId == null || originAt == null
                ? null
                : new Origin(originKind, originId, originAt);
        return new Filing(
                number, description, media, channel, anonymous, reportedBy, account(recorder), origin, filedAt);
    }

    private static @Nullable Long value(@Nullable AccountId id) {
        return id == null ? null : id.value();
    }

    private static @Nullable String value(@Nullable UnitId id) {
        return id == null ? null : id.value();
    }

    private static @Nullable AccountId account(@Nullable Long id) {
        return id == null ? null : new AccountId(id);
    }

    private static @Nullable UnitId unit(@Nullable String id) {
        return id == null ? null : new UnitId(id);
    }
}
