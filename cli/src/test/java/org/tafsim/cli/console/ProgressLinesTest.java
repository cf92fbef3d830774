package org.tafsim.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressLinesTest {

    private final StringWriter text = new StringWriter();
    private final PrintWriter err = new PrintWriter(text, true);
    private long nowNanos;

    @Test
    void shortWorkIsSilent() {
        show(20, 50_000_000L);

        assertThat(text.toString()).isEmpty();
    }

    @Test
    void longWorkTellsEachFurtherTenthAndTheTimeLeft() {
        show(20, 1_000_000_000L);

        assertThat(text.toString().lines())
                .hasSize(10)
                .startsWith("2 of 20 runs done, about 18 s left")
                .endsWith("20 of 20 runs done, about 0 s left");
    }

    private void show(int runs, long nanosEach) {
        ProgressLines progress = new ProgressLines(err, () -> nowNanos);
        for (int done = 0; done <= runs; done++) {
            progress.onProgress(done, runs, "a policy");
            nowNanos += nanosEach;
        }
    }
}
