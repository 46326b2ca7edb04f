package cn.huiyin.contract;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The document, read once. */
public final class Contract {

    private static final String PLACE = "contract/openapi.yaml";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "head", "options", "patch");
    private static final Contract READ = new Contract(onFile());

    private final JsonNode document;
    private final SchemaRegistry registry = SchemaRegistry.withDialect(
            Dialects.getOpenApi30(),
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();
    private final List<Operation> operations;
    private final Set<String> asked = new HashSet<>();

    /** Of a document of one's own; it may be changed under way, but for the calls that are in it. */
    Contract(JsonNode document) {
        this.document = document;
        this.operations = readOperations();
        operations.forEach(operation -> collectAsked(operation.node().path("requestBody")));
    }

    private static JsonNode onFile() {
        try (InputStream in = Contract.class.getClassLoader().getResourceAsStream(PLACE)) {
            return YAMLMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build()
                    .readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Contract read() {
        return READ;
    }

    /** Something one can ask the service to do. */
    public record Operation(String method, String path, JsonNode node, PathPattern pattern) {

        public String id() {
            return node.path("operationId").asString("");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private List<Operation> readOperations() {
        List<Operation> found = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .map(operation -> new Operation(
                                operation.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                operation.getValue(),
                                PathPatternParser.defaultInstance.parse(path.getKey())))
                        .forEach(found::add));
        found.sort(Comparator.comparing(Operation::pattern));
        return List.copyOf(found);
    }

    public JsonNode document() {
        return document;
    }

    public List<Operation> operations() {
        return operations;
    }

    public Optional<Operation> operation(String method, String path) {
        var there = PathContainer.parsePath(path);
        return operations.stream()
                .filter(operation -> operation.method().equals(method))
                .filter(operation -> operation.pattern().matches(there))
                .findFirst();
    }

    /** The node itself, or what its {@code $ref} points to. */
    public JsonNode resolved(JsonNode node) {
        JsonNode at = node;
        while (at.has("$ref")) {
            at = document.at(at.get("$ref").asString().substring(1));
        }
        return at;
    }

    /** The parameters of an operation, those in the query, the path or the headers. */
    public List<JsonNode> parameters(Operation operation, String in) {
        List<JsonNode> parameters = new ArrayList<>();
        operation.node().path("parameters").forEach(parameter -> parameters.add(resolved(parameter)));
        return parameters.stream()
                .filter(parameter -> parameter.path("in").asString().equals(in))
                .collect(Collectors.toList());
    }

    /** Names of what may stand in the query of this operation to say who asks. */
    public List<String> keysInAddress(Operation operation) {
        return operation
                .node()
                .path("security")
                .valueStream()
                .flatMap(way -> way.propertyNames().stream())
                .map(scheme -> document.at("/components/securitySchemes/" + scheme))
                .filter(scheme -> scheme.path("in").asString("").equals("query"))
                .map(scheme -> scheme.path("name").asString())
                .toList();
    }

    /** Whether this schema describes what somebody asks, too: then more may be left out than in an answer. */
    boolean isAskedFor(String pointer) {
        return asked.contains(pointer);
    }

    private void collectAsked(JsonNode node) {
        if (node.has("$ref")) {
            String pointer = node.get("$ref").asString().substring(1);
            if (asked.add(pointer)) {
                collectAsked(document.at(pointer));
            }
        }
        node.forEach(this::collectAsked);
    }

    /** What is wrong with this JSON under this schema, which is a {@code $ref} into the document. */
    public List<String> faults(JsonNode schema, JsonNode json) {
        return schemas.computeIfAbsent(schema.path("$ref").asString(""), this::schema).validate(json).stream()
                .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                .toList();
    }

    private Schema schema(String reference) {
        if (!reference.startsWith("#/components/schemas/")) {
            throw new IllegalStateException("a body's schema should have a name, but is: " + reference);
        }
        return registry.getSchema(SchemaLocation.of("classpath:" + PLACE + reference));
    }
}
