package org.tafsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionTimesTest {

    private static final String HELLO = "../scenarios/hello.yaml";

    @Test
    void eachPolicyIsTimedAndNothingElseChanges(@TempDir Path folder) throws Exception {
        Path plain = folder.resolve("plain");
        Path timed = folder.resolve("timed");
        String[] common = {
            "run", HELLO, "--no-figures", "--no-report", "--quiet", "--policies", "nearest,random", "--out"
        };

        Said.by(with(common, plain.toString()));
        Said said = Said.by(with(common, timed.toString(), "--time-decisions"));

        assertThat(said.err())
                .containsPattern("Policy nearest: [0-9,]+ decisions about 3\\.0 candidates each, [0-9.]+ us each")
                .containsPattern("Policy random: [0-9,]+ decisions");
        assertThat(timed.resolve("summary.csv")).hasSameTextualContentAs(plain.resolve("summary.csv"));
        assertThat(Files.readString(timed.resolve("run.json"))).doesNotContain("us each");
    }

    private static String[] with(String[] common, String... more) {
        String[] all = Arrays.copyOf(common, common.length + more.length);
        System.arraycopy(more, 0, all, common.length, more.length);
        return all;
    }
}
