package cn.huiyin.contract;

import cn.huiyin.contract.Contract.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A question and its answer, laid beside the document. */
record Exchanged(ServerHttpRequest request, byte[] asked, int status, HttpHeaders headers, byte[] answered) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<Integer> MAY_BE_UNKNOWN = Set.of(400, 401, 403, 404, 405, 503);
    private static final Contract CONTRACT = Contract.read();

    /** All that the document does not allow; empty is good. */
    List<String> breaches() {
        String path = request.getPath().value();
        Optional<Operation> operation = CONTRACT.operation(method(), path);
        if (operation.isEmpty()) {
            return MAY_BE_UNKNOWN.contains(status) ? List.of() : List.of("no such operation, and yet " + status);
        }
        List<String> breaches = new ArrayList<>(ofAnswer(operation.get()));
        if (status < 300) {
            breaches.addAll(ofQuestion(operation.get()));
        }
        if (status < 300 && breaches.isEmpty() && request.getHeaders().getFirst(Examples.NOT_ME) == null) {
            Examples.offer(
                    operation.get(),
                    json(request.getHeaders().getContentType(), asked),
                    status,
                    json(headers.getContentType(), answered));
        }
        return breaches;
    }

    /** HEAD is GET without its body. */
    private String method() {
        HttpMethod method = request.getMethod();
        return (method.equals(HttpMethod.HEAD) ? HttpMethod.GET : method).name();
    }

    private static JsonNode json(MediaType type, byte[] body) {
        return type != null && isJson(type) && body.length > 0 ? JSON.readTree(body) : JSON.missingNode();
    }

    private List<String> ofAnswer(Operation operation) {
        JsonNode responses = operation.node().path("responses");
        JsonNode response = CONTRACT.resolved(responses.path(String.valueOf(status)));
        boolean named = !response.isMissingNode();
        if (!named) {
            response = CONTRACT.resolved(responses.path("default"));
        }
        if (response.isMissingNode() || (!named && status < 400)) {
            return List.of("status " + status + " is not in the document");
        }
        List<String> breaches = new ArrayList<>(ofHeaders(response));
        breaches.addAll(ofContent(response));
        if (status >= 400) {
            breaches.addAll(ofProblem(response));
        }
        return breaches;
    }

    private List<String> ofHeaders(JsonNode response) {
        return response.path("headers").properties().stream()
                .filter(header ->
                        CONTRACT.resolved(header.getValue()).path("required").asBoolean(false))
                .filter(header -> headers.getFirst(header.getKey()) == null)
                .map(header -> "header " + header.getKey() + " is missing")
                .collect(Collectors.toList());
    }

    private List<String> ofContent(JsonNode response) {
        JsonNode content = response.path("content");
        MediaType type = headers.getContentType();
        if (content.isMissingNode()) {
            return answered.length == 0 ? List.of() : List.of("a body where the document has none");
        }
        if (type == null || content.path(withoutParameters(type)).isMissingNode()) {
            return List.of("content type " + type + " is not in the document");
        }
        return isJson(type) ? ofBody("answer", content.path(withoutParameters(type)), answered) : List.of();
    }

    private static List<String> ofBody(String what, JsonNode content, byte[] body) {
        try {
            return CONTRACT.faults(content.path("schema"), JSON.readTree(body)).stream()
                    .map(fault -> what + ": " + fault)
                    .toList();
        } catch (JacksonException e) {
            return List.of(what + " is no JSON: " + e.getOriginalMessage());
        }
    }

    /** A code is in the description of its status, or among those that every call may give. */
    private List<String> ofProblem(JsonNode response) {
        JsonNode problem = JSON.readTree(answered);
        String code = "`" + problem.path("code").asString() + "`";
        String common = CONTRACT.document()
                .at("/components/responses/Common/description")
                .asString();
        List<String> breaches = new ArrayList<>();
        if (problem.path("status").asInt() != status) {
            breaches.add("problem says status " + problem.path("status"));
        }
        if (!response.path("description").asString().contains(code) && !common.contains(code)) {
            breaches.add("code " + code + " is not in the document under " + status);
        }
        return breaches;
    }

    private List<String> ofQuestion(Operation operation) {
        List<String> breaches = new ArrayList<>();
        Set<String> known = new HashSet<>(CONTRACT.keysInAddress(operation));
        CONTRACT.parameters(operation, "query")
                .forEach(parameter -> known.add(parameter.path("name").asString()));
        request.getQueryParams().keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(
                        name -> breaches.add("query parameter " + name + " is not in the document, and yet " + status));
        CONTRACT.parameters(operation, "header").stream()
                .filter(parameter -> parameter.path("required").asBoolean(false))
                .map(parameter -> parameter.path("name").asString())
                .filter(name -> request.getHeaders().getFirst(name) == null)
                .forEach(name -> breaches.add("header " + name + " is required but was not asked for"));
        JsonNode body = CONTRACT.resolved(operation.node().path("requestBody"));
        MediaType type = request.getHeaders().getContentType();
        if (type != null && isJson(type) && asked.length > 0) {
            breaches.addAll(ofBody("question", body.path("content").path(withoutParameters(type)), asked));
        }
        return breaches;
    }

    static boolean isJson(MediaType type) {
        return type.getSubtype().equals("json") || type.getSubtype().endsWith("+json");
    }

    private static String withoutParameters(MediaType type) {
        return type.getType() + "/" + type.getSubtype();
    }
}
