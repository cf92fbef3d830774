package org.tafsim.cli;

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
        steps(20, 20, 50_000_000L);

        assertThat(text.toString()).isEmpty();
    }

    @Test
    void longWorkTellsEachFurtherTenthAndTheTimeLeft() {
        steps(20, 20, 1_000_000_000L);

        assertThat(text.toString().lines())
                .hasSize(10)
                .startsWith("2 of 20 runs, about 18 s left")
                .endsWith("20 of 20 runs, about 0 s left");
    }

    private void steps(int steps, int units, long nanosEach) {
        Progress progress = new ProgressLines(err, units, "runs", () -> nowNanos);
        for (int i = 0; i < steps; i++) {
            nowNanos += nanosEach;
            progress.step();
        }
        progress.close();
    }
}
