package org.tafsim.experiment.measured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tafsim.scenario.ScenarioException;
import org.tafsim.scenario.catalog.Catalog;

class MeasuredFileTest {
    private static final String HEADER =
            "model,accelerator,tensorParallel,precision,phase,sequences,tokens,output,milliseconds\n";

    private final Path folder;

    MeasuredFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private List<Measurement> read(String rows) throws IOException {
        Path file = folder.resolve("measured.csv");
        Files.writeString(file, rows);
        return MeasuredFile.read(file, "vllm", Catalog.shipped());
    }

    @Test
    void rowsBecomeLoadsOfReplicas() throws IOException {
        List<Measurement> rows = read(HEADER
                + "llama-3.1-8b,L4,1,bf16,prefill,2,512,,400\n"
                + "llama-3.1-8b,L4,1,bf16,decode,8,1024,,80\n"
                + "llama-3.1-8b,H100,2,fp8,closed-loop,16,1024,128,9\n");

        assertThat(rows)
                .extracting(Measurement::load)
                .containsExactly(new PrefillStep(2, 512), new DecodeStep(8, 1024), new ClosedLoop(16, 1024, 128, 1));
        assertThat(rows.get(1).seconds()).isEqualTo(0.08);
    }

    @Test
    void rowsFasterThanPhysicsAreNamedAndExplained() {
        assertThatThrownBy(() -> read(HEADER + "llama-3.1-8b,L4,1,bf16,decode,1,100,,12\n"))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("measured.csv:2: milliseconds: 12.000 ms is faster than the peaks of L4 allow")
                .hasMessageContaining("expected at least 50")
                .hasMessageContaining("Maybe it is in seconds");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        assertThatThrownBy(() -> read(HEADER
                        + "llama-3.1-8,L4,1,bf16,decode,1,100,,80\n"
                        + "llama-3.1-8b,L4,1,bf16,decde,0,100,,x\n"))
                .hasMessageContaining(":2: model: 'llama-3.1-8' is not known. Maybe 'llama-3.1-8b'?")
                .hasMessageContaining(":3: phase: 'decde' is not known. Maybe 'decode'?")
                .hasMessageContaining(":3: sequences: '0' is not a number above 0")
                .hasMessageContaining(":3: milliseconds: 'x' is not a number above 0");
    }

    @Test
    void aModelThatDoesNotFitIsRefusedAtItsLine() {
        assertThatThrownBy(() -> read(HEADER + "llama-3.1-70b,L4,1,bf16,decode,1,100,,800\n"))
                .hasMessageContaining("measured.csv:2: ")
                .hasMessageContaining("leaves no room for its KV pool");
    }

    @Test
    void missingColumnsAreNamed() {
        assertThatThrownBy(() -> read("modle,accelerator\nx,y\n"))
                .hasMessageContaining("measured.csv:1: model: this column is missing. Maybe 'modle'?")
                .hasMessageContaining("milliseconds: this column is missing");
    }
}
