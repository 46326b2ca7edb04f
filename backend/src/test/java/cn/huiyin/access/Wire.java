package cn.huiyin.access;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the running service, as any client would. */
final class Wire {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int BEGINNING = 512;

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;

    Wire(int port) {
        this.port = port;
    }

    /** What was answered; of a stream, which has no end, how it begins. */
    record Answer(int status, Map<String, String> headers, String body) {

        JsonNode json() {
            return body.isBlank() || !body.startsWith("{") ? JSON.createObjectNode() : JSON.readTree(body);
        }

        String text(String pointer) {
            JsonNode found = json().at(pointer);
            if (found.isMissingNode() || found.isNull()) {
                throw new AssertionError(pointer + " is not in " + status + " " + body);
            }
            return found.asString();
        }

        boolean isDone() {
            return status >= 200 && status < 300;
        }

        /** Done, or the test ends here and says why. */
        Answer done() {
            if (!isDone()) {
                throw new AssertionError(status + " " + body);
            }
            return this;
        }
    }

    Answer json(String method, String uri, @Nullable String token, @Nullable String ifMatch, @Nullable Object body) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (ifMatch != null) {
            headers.put("If-Match", ifMatch);
        }
        if (body != null) {
            headers.put("Content-Type", "application/json");
        }
        return send(method, uri, token, headers, body == null ? null : JSON.writeValueAsString(body));
    }

    /** Ask with a body as it is written. */
    Answer send(
            String method, String uri, @Nullable String token, Map<String, String> headers, @Nullable String content) {
        BodyPublisher body = content == null ? BodyPublishers.noBody() : BodyPublishers.ofString(content);
        return exchange(method, uri, token, headers, body);
    }

    /** Hands in a file under a name, as a form does. */
    Answer upload(@Nullable String token, String name, byte[] content) {
        String head = "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n";
        BodyPublisher body = BodyPublishers.concat(
                BodyPublishers.ofString(head),
                BodyPublishers.ofByteArray(content),
                BodyPublishers.ofString("\r\n--edge--\r\n"));
        return exchange(
                "POST", "/api/v1/media", token, Map.of("Content-Type", "multipart/form-data; boundary=edge"), body);
    }

    private Answer exchange(
            String method, String uri, @Nullable String token, Map<String, String> headers, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + uri))
                .timeout(PATIENCE)
                .method(method, body);
        headers.forEach(request::header);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<InputStream> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            Map<String, String> told = new LinkedHashMap<>();
            answer.headers().map().forEach((name, values) -> told.put(name, values.get(0)));
            try (InputStream in = answer.body()) {
                boolean endless = told.getOrDefault("content-type", "").startsWith("text/event-stream");
                byte[] content = endless ? beginningOf(in) : in.readAllBytes();
                return new Answer(answer.statusCode(), told, new String(content, StandardCharsets.UTF_8));
            }
        } catch (IOException broken) {
            throw new AssertionError(method + " " + uri, broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private static byte[] beginningOf(InputStream stream) throws IOException {
        byte[] beginning = new byte[BEGINNING];
        int length = Math.max(0, stream.read(beginning));
        return java.util.Arrays.copyOf(beginning, length);
    }
}
