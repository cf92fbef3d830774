package org.tafsim.experiment.slurm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tafsim.experiment.slurm.SlurmOptions.OnInterrupt;

final class SlurmOptionsTest {

    @Test
    void writesTheTimeLimitAsSbatchReadsIt() {
        assertThat(limitedTo(Duration.ofMinutes(90)).timeLimitText()).isEqualTo("0-01:30:00");
        assertThat(limitedTo(Duration.ofHours(50)).timeLimitText()).isEqualTo("2-02:00:00");
    }

    @Test
    void refusesATimeLimitOfSeconds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> limitedTo(Duration.ofSeconds(59)))
                .withMessageContaining("must be a minute or more");
    }

    @Test
    void chunksHoldEveryPointOnceInOrder() {
        assertThat(Chunk.listOf(List.of(), 3)).isEmpty();
        assertThat(Chunk.listOf(List.of(0, 1, 2, 7, 9), 2))
                .extracting(Chunk::text)
                .containsExactly("0-1", "2-7", "9-9");
    }

    @Test
    void refusesFoldersThatSlurmCannotWriteTo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ArrayPlace(Path.of("/a\\b"), "x"))
                .withMessageContaining("backslash");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ArrayPlace(Path.of("/a\nb"), "x"))
                .withMessageContaining("control character");
    }

    private static SlurmOptions limitedTo(Duration limit) {
        return new SlurmOptions(1, 0, limit, 1, 1, 0, 1, OnInterrupt.LEAVE, List.of());
    }
}
