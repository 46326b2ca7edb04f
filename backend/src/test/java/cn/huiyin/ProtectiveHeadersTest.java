package cn.huiyin;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

/** What caches may do, where an answer says nothing and where it says something itself. */
class ProtectiveHeadersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            says nothing           |                     |       | no-store
            has a version          |                     | "7"   | private, no-cache
            kept by nobody         | no-store            |       | no-store
            kept by nobody, though | no-store            | "7"   | no-store
            public                 | public, max-age=300 | "7"   | public, max-age=300
            """)
    void anAnswerThatSaysItItselfKeepsItsWord(
            String which, @Nullable String said, @Nullable String etag, String expected) {
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/"));

        new ProtectiveHeaders()
                .filter(exchange, next -> {
                    HttpHeaders headers = next.getResponse().getHeaders();
                    if (said != null) {
                        headers.setCacheControl(said);
                    }
                    if (etag != null) {
                        headers.setETag(etag);
                    }
                    return next.getResponse().setComplete();
                })
                .block();

        assertThat(exchange.getResponse().getHeaders().getCacheControl())
                .as(which)
                .isEqualTo(expected);
    }
}
