package cn.huiyin.contract;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.contract.Contract.Operation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the controllers declare is what the document says, down to each property; without starting anything. */
class ControllersTest {

    private static final List<Handler> HANDLERS = Handler.all();

    @Test
    void theDocumentSaysWhatTheControllersDeclare() {
        assertThat(checks(Contract.read()).filter(Check::isBroken).map(Check::difference))
                .isEmpty();
    }

    @Test
    void everyCallIsCompared() {
        Map<String, Operation> operations = operations(Contract.read());

        assertThat(HANDLERS.stream().map(Handler::call).distinct())
                .containsExactlyInAnyOrderElementsOf(operations.keySet());
        assertThat(HANDLERS)
                .allSatisfy(handler -> assertThat(
                                Comparison.of(Contract.read(), operations.get(handler.call()), handler, HANDLERS))
                        .as(handler.toString())
                        .isNotEmpty());
    }

    /** Everything that was found right is made wrong in a copy, one after another, and each is noticed. */
    @Test
    void nothingThatIsComparedCanBeSpoiltUnnoticed() {
        Contract copy = new Contract(Contract.read().document().deepCopy());
        Map<String, Operation> operations = operations(copy);
        Set<String> tried = new HashSet<>();
        Set<Check.Kind> kinds = EnumSet.noneOf(Check.Kind.class);
        List<String> unnoticed = new ArrayList<>();
        for (Handler handler : HANDLERS) {
            Operation operation = operations.get(handler.call());
            for (Check check : Comparison.of(copy, operation, handler, HANDLERS)) {
                if (!tried.add(check.toString()) || !(copy.document().at(check.pointer()) instanceof ObjectNode node)) {
                    continue;
                }
                kinds.add(check.kind());
                JsonNode before = node.deepCopy();
                check.kind().spoil(node, check.word());
                if (Comparison.of(copy, operation, handler, HANDLERS).stream().noneMatch(Check::isBroken)) {
                    unnoticed.add(handler + ": " + check);
                }
                node.removeAll();
                node.setAll((ObjectNode) before);
            }
        }

        assertThat(unnoticed).isEmpty();
        assertThat(tried).hasSizeGreaterThan(1000);
        assertThat(kinds).isEqualTo(EnumSet.allOf(Check.Kind.class));
        assertThat(copy.document())
                .as("put back as it was")
                .isEqualTo(Contract.read().document());
    }

    private static Stream<Check> checks(Contract contract) {
        Map<String, Operation> operations = operations(contract);
        return HANDLERS.stream()
                .filter(handler -> operations.containsKey(handler.call()))
                .flatMap(handler -> Comparison.of(contract, operations.get(handler.call()), handler, HANDLERS).stream())
                .distinct();
    }

    private static Map<String, Operation> operations(Contract contract) {
        return contract.operations().stream().collect(Collectors.toMap(Operation::toString, Function.identity()));
    }
}
