package org.tafsim.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpellingTest {

    private static final List<String> KNOWN = List.of("RTT_MS", "TTFT_MS", "KV_FREE");

    @Test
    void aWordThatIsNearIsGuessed() {
        assertThat(Spelling.maybe("RTT", KNOWN)).isEmpty(); // three letters of three missing
        assertThat(Spelling.maybe("RTTMS", KNOWN)).isEqualTo(" Maybe 'RTT_MS'?");
        assertThat(Spelling.maybe("kv_fre", KNOWN)).isEqualTo(" Maybe 'KV_FREE'?");
    }

    @Test
    void aWordThatIsFarIsNot() {
        assertThat(Spelling.maybe("HUMIDITY", KNOWN)).isEmpty();
        assertThat(Spelling.maybe("anything", List.of())).isEmpty();
    }
}
