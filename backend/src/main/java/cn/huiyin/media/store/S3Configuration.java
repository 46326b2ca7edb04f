package cn.huiyin.media.store;

import cn.huiyin.media.MediaSettings;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3AsyncClientBuilder;

/** The client of an S3 store, made only where that is the setting. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "huiyin.media.store", havingValue = "s3")
class S3Configuration {

    /** Checksums only where S3 itself asks for them: other makers' stores refuse the newer ones. */
    @Bean
    S3AsyncClient s3(MediaSettings media) {
        MediaSettings.S3 settings = media.s3();
        S3AsyncClientBuilder client = S3AsyncClient.builder()
                .region(Region.of(settings.region()))
                .forcePathStyle(settings.pathStyle())
                .credentialsProvider(credentials(settings))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .overrideConfiguration(limits ->
                        limits.apiCallTimeout(settings.callLimit()).apiCallAttemptTimeout(settings.tryLimit()))
                .httpClientBuilder(NettyNioAsyncHttpClient.builder()
                        .maxConcurrency(64)
                        .maxPendingConnectionAcquires(256)
                        .connectionTimeout(Duration.ofSeconds(3)));
        if (settings.endpoint() != null) {
            client.endpointOverride(settings.endpoint());
        }
        return client.build();
    }

    private static AwsCredentialsProvider credentials(MediaSettings.S3 settings) {
        if (settings.accessKey() == null || settings.secretKey() == null) {
            return DefaultCredentialsProvider.builder().build();
        }
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(settings.accessKey(), settings.secretKey()));
    }
}
