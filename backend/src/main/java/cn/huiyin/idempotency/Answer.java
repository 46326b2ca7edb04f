package cn.huiyin.idempotency;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * An answer as it is kept and, to a repeated request, given again.
 *
 * @param location where the new thing is, such as {@code /api/v1/tickets/HY2026112200042}
 * @param etag with its quotes
 * @param body JSON
 */
public record Answer(
        int status, @Nullable String location, @Nullable String etag, String body) {

    public ResponseEntity<String> toResponse() {
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        if (location != null) {
            headers.set(HttpHeaders.LOCATION, location);
        }
        if (etag != null) {
            headers.set(HttpHeaders.ETAG, etag);
        }
        return ResponseEntity.status(status).headers(headers).body(body);
    }
}
