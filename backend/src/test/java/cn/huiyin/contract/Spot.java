package cn.huiyin.contract;

import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** A node of the document and where it is. */
record Spot(Contract contract, String pointer, JsonNode node) {

    static Spot at(Contract contract, String pointer) {
        return new Spot(contract, pointer, contract.document().at(pointer)).resolved();
    }

    static Spot of(Contract contract, Contract.Operation operation) {
        return at(
                contract,
                "/paths/" + escaped(operation.path()) + "/" + operation.method().toLowerCase(Locale.ROOT));
    }

    Spot child(String name) {
        return new Spot(contract, pointer + "/" + escaped(name), node.path(name)).resolved();
    }

    Spot child(int index) {
        return new Spot(contract, pointer + "/" + index, node.path(index)).resolved();
    }

    /** Where the reference leads, if it is one. */
    private Spot resolved() {
        return node.has("$ref") ? at(contract, node.get("$ref").asString().substring(1)) : this;
    }

    boolean isThere() {
        return !node.isMissingNode();
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
