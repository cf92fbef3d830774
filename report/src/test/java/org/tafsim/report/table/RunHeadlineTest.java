package org.tafsim.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunHeadlineTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "112 | 37 | 4 | 5 | 600000000000  | 112 sites · 37 populations · 4 policies × 5 replications · 10 min measured",
                "1   | 1  | 1 | 1 | 7200000000000 | 1 site · 1 population · 1 policy × 1 replication · 2 h measured",
                "2   | 1  | 1 | 1 | 90000000000   | 2 sites · 1 population · 1 policy × 1 replication · 90 s measured",
                "2   | 1  | 1 | 1 | 1500000000    | 2 sites · 1 population · 1 policy × 1 replication · 1.500 s measured"
            })
    void countsAreWords(int sites, int populations, int policies, int replications, long nanos, String text) {
        assertThat(new RunHeadline("x", sites, populations, policies, replications, nanos).text())
                .isEqualTo(text);
    }
}
