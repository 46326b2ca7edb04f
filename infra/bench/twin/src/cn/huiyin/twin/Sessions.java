package cn.huiyin.twin;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.security.oauth2.core.DefaultOAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Who asks: the sessions that the service has opened, one look-up in Redis for each request. */
@Component
class Sessions implements OpaqueTokenIntrospector {

    private final StringRedisTemplate redis;
    private final JsonMapper json;

    Sessions(StringRedisTemplate redis, JsonMapper json) {
        this.redis = redis;
        this.json = json;
    }

    @Override
    public OAuth2AuthenticatedPrincipal introspect(String token) {
        var caller = redis.opsForValue().get("huiyin:session:" + digest(token));
        if (caller == null) {
            throw new BadOpaqueTokenException("this session has ended");
        }
        var id = json.readTree(caller).get("id").asString();
        return new DefaultOAuth2AuthenticatedPrincipal(id, Map.of("sub", id), List.of());
    }

    private static String digest(String token) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(US_ASCII)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
