package cn.huiyin.twin;

import cn.huiyin.idempotency.Repeat;
import cn.huiyin.ticket.Submission;
import jakarta.validation.Valid;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers as the service does, without its rules: what is always the same it takes from an answer of the service's, and what the
 * database says it puts in.
 */
@RestController
@RequestMapping("/api/v1/tickets")
class Tickets {

    private static final Pattern TAG = Pattern.compile("\"([0-9]{1,15})\\.([0-9]{1,9})\"");
    private static final int PAGE = 20;

    private final NamedParameterJdbcTemplate database;
    private final Scripts scripts;
    private final JsonMapper json;
    private final ObjectNode progress;
    private final ObjectNode line;

    Tickets(NamedParameterJdbcTemplate database, Scripts scripts, JsonMapper json) {
        this.database = database;
        this.scripts = scripts;
        this.json = json;
        this.progress = (ObjectNode) json.readTree(scripts.progress().answer());
        this.line = (ObjectNode) json.readTree(scripts.list().answer()).get("items").get(0);
    }

    /** Two round trips, as the service's. */
    @PostMapping
    ResponseEntity<String> submit(
            Principal who,
            @RequestHeader(Repeat.HEADER) String key,
            @Valid @RequestBody Submission asked) {
        var caller = Long.parseLong(who.getName());
        var repeat = Repeat.of(caller, key, "POST /api/v1/tickets", asked);
        var number = database.queryForMap(scripts.number().sql(), scripts.number().with("[" + caller + "]"));
        var no = number.get("no").toString();
        var answer = filled(scripts.filing().answer(), no, caller, repeat);
        answer.put("description", asked.description());
        var body = json.writeValueAsString(answer);
        var document = filled(scripts.filing().parameters().get(0), no, caller, repeat);
        ((ObjectNode) document.get("ticket")).put("description", asked.description());
        ((ObjectNode) document.get("repeat")).put("body", body);
        var saved = database.queryForMap(scripts.filing().sql(), scripts.filing().with(json.writeValueAsString(document)));
        if (!Boolean.TRUE.equals(saved.get("saved"))) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
        return ResponseEntity.status(HttpStatus.CREATED)
                .header("Location", "/api/v1/tickets/" + no)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }

    /** The bench marks what is different for each filing. */
    private ObjectNode filled(String template, String no, long caller, Repeat repeat) {
        return (ObjectNode) json.readTree(template
                .replace("@NO@", no)
                .replace("@ACCOUNT@", Long.toString(caller))
                .replace("@KEY@", repeat.key())
                .replace("@FINGERPRINT@", repeat.fingerprint()));
    }

    @GetMapping("/{no}")
    ResponseEntity<JsonNode> show(
            Principal who,
            @RequestHeader(name = "If-None-Match", required = false) String seen,
            @PathVariable String no) {
        var caller = Long.parseLong(who.getName());
        if (seen != null && isStill(no, caller, seen)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(seen).build();
        }
        var document = database.queryForObject(
                scripts.progress().sql(), scripts.progress().with(json.writeValueAsString(List.of(no))), String.class);
        if (document == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var read = json.readTree(document);
        if (read.get("reporter").asLong() != caller) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return ResponseEntity.ok().eTag(etag(read)).body(progress(read));
    }

    private boolean isStill(String no, long caller, String seen) {
        var tag = TAG.matcher(seen);
        return tag.matches()
                && Boolean.TRUE.equals(database.queryForObject(
                        scripts.still().sql(),
                        scripts.still().with(json.writeValueAsString(List.of(new Seen(
                                no, Long.parseLong(tag.group(1)), Long.parseLong(tag.group(2)), caller)))),
                        Boolean.class));
    }

    /** As the service writes it. */
    private record Seen(String no, long version, long missed, long reporter) {}

    private static String etag(JsonNode read) {
        var now = Instant.parse(read.get("now").asString());
        int missed = 0;
        for (var deadline : read.get("deadlines")) {
            var met = deadline.get("met_at");
            var until = met == null || met.isNull() ? now : Instant.parse(met.asString());
            missed += until.isAfter(Instant.parse(deadline.get("due_at").asString())) ? 1 : 0;
        }
        return "\"" + read.get("ticket").get("version").asLong() + "." + missed + "\"";
    }

    private JsonNode progress(JsonNode read) {
        var ticket = read.get("ticket");
        var view = progress.deepCopy();
        for (var field : List.of("no", "stage", "category", "urgency", "description", "channel", "version")) {
            view.set(field, ticket.get(field));
        }
        return view;
    }

    record Page(List<JsonNode> items, String nextCursor) {}

    @GetMapping
    Page list(Principal who, @RequestParam String scope) {
        var caller = Long.parseLong(who.getName());
        if (!scope.equals("mine")) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        var rows = database.queryForList(scripts.list().sql(), scripts.list().with(caller));
        var shown = rows.stream().limit(PAGE).map(this::line).toList();
        return new Page(shown, rows.size() > PAGE ? rows.get(PAGE - 1).get("no").toString() : null);
    }

    private JsonNode line(Map<String, Object> row) {
        var item = line.deepCopy();
        for (var field : List.of("no", "stage", "category", "urgency")) {
            item.put(field, (String) row.get(field));
        }
        item.put("filedAt", ((java.sql.Timestamp) row.get("filed_at")).toInstant().toString());
        return item;
    }
}
