package cn.huiyin.rehearsal.trial;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Two hundred residents after the last place of a slot, all at once. */
final class LastPlace implements Trial {

    private static final int MANY = 200;
    private static final int SLOTS = 5;
    private static final int AGAIN = 20;

    @Override
    public Finding run(Path folder) throws Exception {
        var oracle = new Oracle();
        var wrong = new ArrayList<String>();
        int got = 0;
        int told = 0;
        try (var town = new Town(folder, MANY)) {
            var program = town.settle();
            var tokens = moveIn(town);
            var dispatcher = town.appoint("demo-dispatcher", Map.of("role", "DISPATCHER", "placeId", "qinghe-c1"));
            var visitor = town.appoint("demo-visitor", Map.of("role", "HANDLER", "unitId", "qinghe-c1-committee"));
            for (int number = 0; number < SLOTS; number++) {
                var slot = open(program, dispatcher, visitor, number);
                var deeds = new ArrayList<Callable<HttpResponse<String>>>();
                for (var token : tokens) {
                    deeds.add(() -> book(program, token, slot));
                }
                var answers = OneKey.atOnce(deeds);
                var booked = answers.stream()
                        .filter(answer -> answer.statusCode() == 201)
                        .count();
                var full = answers.stream()
                        .filter(answer ->
                                answer.statusCode() == 409 && answer.body().contains("SLOT_FULL"))
                        .count();
                var stored = town.ground.ask(
                        "SELECT count(*) FROM visit_appointment WHERE slot = " + slot + " AND state = 'BOOKED'");
                got += (int) booked;
                told += (int) full;
                if (booked != 1 || booked + full != MANY || !stored.equals("1")) {
                    wrong.add("slot %s: %d booked, %d told it is full, %s stored; otherwise %s"
                            .formatted(slot, booked, full, stored, odd(answers)));
                }
            }
        }
        oracle.count("slots with one place", SLOTS);
        oracle.count("got it", got);
        oracle.count("told that it is full", told);
        oracle.none("otherwise", wrong);
        return Finding.of("%d residents book the last place at once, %d times".formatted(MANY, SLOTS), oracle);
    }

    private static List<String> moveIn(Town town) throws Exception {
        var program = town.program();
        var tokens = new ArrayList<String>();
        for (int number = 0; number < MANY; number++) {
            var token = program.logIn(town.residents.code(number));
            var moved = program.send(program.as(token, "/api/v1/me/home")
                    .PUT(Town.json(Map.of("buildingId", Town.GRID + "-b" + (1 + number % 4), "room", "" + number)))
                    .build());
            if (moved.statusCode() >= 300) {
                throw new IllegalStateException("nobody moved in: " + moved.body());
            }
            tokens.add(token);
        }
        return tokens;
    }

    private static String open(Program program, String dispatcher, String visitor, int number) throws Exception {
        var me = program.send(program.as(visitor, "/api/v1/me").build());
        var opened = program.send(program.as(dispatcher, "/api/v1/slots")
                .header("Idempotency-Key", "slot-" + number)
                .POST(Town.json(Map.of(
                        "service", "COMMUNITY_DOCTOR",
                        "staffId", Town.read(me.body()).path("id").asString(),
                        "communityId", "qinghe-c1",
                        "date", "2026-11-27",
                        "startTime", "%02d:00".formatted(9 + number),
                        "endTime", "%02d:30".formatted(9 + number),
                        "at", "POINT",
                        "point", "听雨社区党群服务中心",
                        "capacity", 1)))
                .build());
        if (opened.statusCode() != 201) {
            throw new IllegalStateException("no slot: " + opened.body());
        }
        return Town.read(opened.body()).at("/items/0/id").asString();
    }

    /** Told to come again, one comes again. */
    private static HttpResponse<String> book(Program program, String token, String slot) throws Exception {
        var request = program.as(token, "/api/v1/appointments")
                .POST(Town.json(Map.of("slotId", slot, "purpose", "想请医生量血压")))
                .build();
        var answer = program.send(request);
        for (int again = 0; again < AGAIN && answer.statusCode() == 503; again++) {
            Thread.sleep(500);
            answer = program.send(request);
        }
        return answer;
    }

    private static List<String> odd(List<HttpResponse<String>> answers) {
        return answers.stream()
                .filter(answer -> answer.statusCode() != 201 && !answer.body().contains("SLOT_FULL"))
                .map(answer -> answer.statusCode() + " " + answer.body())
                .distinct()
                .limit(3)
                .toList();
    }
}
