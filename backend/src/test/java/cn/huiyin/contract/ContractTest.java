package cn.huiyin.contract;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.contract.Contract.Operation;
import cn.huiyin.rehearsal.HuiyinTest;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The document and the service know the same calls. */
@HuiyinTest
class ContractTest {

    private static final int LONGEST_DOCUMENT = 4 << 20;

    private final Contract contract = Contract.read();
    private final RequestMappingHandlerMapping routes;
    private final WebTestClient client;

    ContractTest(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes, WebTestClient client) {
        this.routes = routes;
        this.client = client.mutate()
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LONGEST_DOCUMENT))
                .build();
    }

    @Test
    void theDocumentHasExactlyTheCallsOfTheService() {
        Set<String> served = routes.getHandlerMethods().entrySet().stream()
                .filter(route ->
                        !route.getValue().getBeanType().getPackageName().startsWith("cn.huiyin.rehearsal"))
                .filter(route -> route.getValue().getBeanType().getPackageName().startsWith("cn.huiyin"))
                .flatMap(route -> calls(route.getKey()))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> written =
                contract.operations().stream().map(Operation::toString).collect(Collectors.toCollection(TreeSet::new));

        assertThat(written).isEqualTo(served);
    }

    private static Stream<String> calls(RequestMappingInfo route) {
        Set<RequestMethod> methods = route.getMethodsCondition().getMethods();
        return route.getPatternsCondition().getPatterns().stream()
                .map(pattern -> pattern.getPatternString().replaceAll("\\{(\\w+):[^/]*}(?=/|$)", "{$1}"))
                .flatMap(path -> methods.stream().map(method -> method + " " + path));
    }

    @Test
    void theServiceShowsTheDocument() {
        var shown = client.get()
                .uri("/openapi.yaml")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("application/yaml")
                .expectBody(String.class)
                .returnResult();

        assertThat(shown.getResponseBody()).startsWith("openapi: 3.0");
        client.get()
                .uri("/openapi.yaml")
                .header("If-None-Match", shown.getResponseHeaders().getETag())
                .exchange()
                .expectStatus()
                .isNotModified();
    }

    @Test
    void everyCallHasANameASentenceAndAnAnswerForFailures() {
        assertThat(contract.operations()).allSatisfy(operation -> {
            assertThat(operation.id()).isNotEmpty();
            assertThat(operation.node().path("summary").asString("")).isNotEmpty();
            assertThat(operation.node().at("/responses/default").isMissingNode())
                    .isFalse();
        });
        assertThat(contract.operations()).extracting(Operation::id).doesNotHaveDuplicates();
    }

    @Test
    void everyReferenceLeadsSomewhereAndEverySchemaIsUsed() {
        Set<String> references = new TreeSet<>();
        collect(contract.document(), references);

        assertThat(references)
                .allSatisfy(reference -> assertThat(
                                contract.document().at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
        contract.document()
                .at("/components/schemas")
                .properties()
                .forEach(schema -> assertThat(references).contains("#/components/schemas/" + schema.getKey()));
    }

    private static void collect(JsonNode node, Set<String> references) {
        if (node.has("$ref")) {
            references.add(node.get("$ref").asString());
        }
        node.forEach(child -> collect(child, references));
    }

    @Test
    void everyObjectIsClosed() {
        contract.document().at("/components/schemas").properties().stream()
                .filter(schema -> schema.getValue().path("type").asString("").equals("object"))
                .filter(schema ->
                        !schema.getValue().path("additionalProperties").isObject())
                .forEach(schema -> assertThat(
                                schema.getValue().path("additionalProperties").asBoolean(true))
                        .as(schema.getKey())
                        .isFalse());
    }

    @Test
    void everyExampleFollowsItsSchema() {
        contract.operations().forEach(operation -> {
            examples(operation, contract.resolved(operation.node().path("requestBody")));
            operation.node().path("responses").forEach(response -> examples(operation, contract.resolved(response)));
        });
    }

    private void examples(Operation operation, JsonNode holder) {
        holder.path("content").properties().stream()
                .filter(content -> content.getValue().has("example"))
                .forEach(content -> assertThat(contract.faults(
                                content.getValue().path("schema"),
                                content.getValue().path("example")))
                        .as(operation + " " + content.getKey())
                        .isEmpty());
    }
}
