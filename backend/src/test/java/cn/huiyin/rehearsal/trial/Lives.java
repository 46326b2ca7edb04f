package cn.huiyin.rehearsal.trial;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Real tickets of several fates, each filed and moved over HTTP as people do. */
final class Lives {

    /** What twenty tickets come to: the moves of each, and how many go that way. */
    private static final List<Life> TWENTY = List.of(
            new Life(1, List.of()),
            new Life(2, List.of("CLASSIFY", "DISPATCH", "ACCEPT")),
            new Life(2, List.of("CLASSIFY", "DISPATCH", "ACCEPT", "REPLY")),
            new Life(7, List.of("CLASSIFY", "DISPATCH", "ACCEPT", "REPLY", "CALLBACK", "ARCHIVE")),
            new Life(8, List.of("CLASSIFY", "REPLY", "CALLBACK", "ARCHIVE")));

    private static final String LAMP = "3号楼2单元的楼道灯坏了，晚上看不见路";

    private final Town town;
    private final String resident;
    private final String dispatcher;
    private final String handler;

    private record Life(int ofTwenty, List<String> moves) {}

    Lives(Town town, String dispatcher, String handler) {
        this.town = town;
        this.resident = town.tokens().get(0);
        this.dispatcher = dispatcher;
        this.handler = handler;
    }

    /** Twenty numbers, some of them the same. */
    List<String> live() throws Exception {
        var twenty = new ArrayList<String>();
        for (var life : TWENTY) {
            var no = file("life-" + twenty.size());
            for (var move : life.moves()) {
                move(no, move, life.moves().contains("ACCEPT"));
            }
            for (int again = 0; again < life.ofTwenty(); again++) {
                twenty.add(no);
            }
        }
        return twenty;
    }

    private String file(String key) throws Exception {
        var filed = town.program()
                .send(town.program()
                        .as(resident, "/api/v1/tickets")
                        .header("Idempotency-Key", key)
                        .POST(Town.json(Map.of("description", LAMP, "place", Map.of("gridId", Town.GRID))))
                        .build());
        return Town.read(filed.body()).path("no").asString();
    }

    private void move(String no, String move, boolean accepted) throws Exception {
        var program = town.program();
        var by = accepted && (move.equals("ACCEPT") || move.equals("REPLY")) ? handler : dispatcher;
        var request = move.equals("CALLBACK")
                ? program.as(resident, "/api/v1/tickets/" + no + "/callback")
                        .POST(Town.json(Map.of("resolved", true, "score", 5, "comment", "很快就修好了")))
                : program.as(by, "/api/v1/tickets/" + no + "/moves")
                        .header("If-Match", "*")
                        .POST(Town.json(asked(move)));
        var moved = program.send(request.build());
        if (moved.statusCode() >= 300) {
            throw new IllegalStateException(move + " was answered " + moved.statusCode() + " " + moved.body());
        }
    }

    private static Map<String, Object> asked(String move) {
        var asked = new HashMap<String, Object>(Map.of("move", move));
        if (move.equals("REPLY")) {
            asked.put("note", "楼道灯已经换好，晚上请再看一看");
        }
        return asked;
    }
}
