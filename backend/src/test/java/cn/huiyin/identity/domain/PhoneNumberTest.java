package cn.huiyin.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"13900000001", "139 0000 0001", "139-0000-0001", "+86 13900000001", "008613900000001"})
    void howeverItIsWrittenItIsOneNumber(String written) {
        assertThat(PhoneNumber.read(written)).contains(new PhoneNumber("13900000001"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1390000000", "12900000001", "139000000011", "一三九", "１３９００００００１"})
    void whatIsNoMobileNumberIsNotTaken(String written) {
        assertThat(PhoneNumber.read(written)).isEmpty();
    }

    @Test
    void aNumberIsNotPrintedByAccident() {
        assertThat(new PhoneNumber("13900000001")).hasToString("139****0001");
    }
}
