package org.tafsim.experiment.measured;

import static org.tafsim.experiment.measured.Sources.named;
import static org.tafsim.experiment.measured.Sources.number;
import static org.tafsim.experiment.measured.Sources.whole;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.Map;
import org.tafsim.model.Precision;
import org.tafsim.model.ReplicaSpec;

/** Static batches on DGX A100 and H100, served by vLLM in 2023 (splitwise-sim, MIT). */
final class SplitwiseRows {
    static final String SOURCE = "splitwise-sim";

    /** The engine of 2023. */
    private static final String ENGINE = "vllm-2023";

    /** Beyond, that engine prefilled prompts one after the other. */
    private static final int MOST_PREFILLED = 4;

    private static final Map<String, String> ACCELERATORS = Map.of("a100-80gb", "A100-80", "h100-80gb", "H100");
    private static final Map<String, String> MODELS = Map.of("llama2-70b", "llama-2-70b", "bloom-176b", "bloom-176b");

    private SplitwiseRows() {}

    static Rows read(Path folder, Specs specs) {
        Rows rows = new Rows();
        Sources.table(folder.resolve("perf_model.csv")).forEach(row -> take(row, specs, rows));
        return rows;
    }

    private static void take(NamedCsvRecord row, Specs specs, Rows rows) {
        String accelerator = ACCELERATORS.get(row.getField("hardware"));
        if (accelerator == null) {
            rows.leaveOut("power cap: the uncapped rows with prefill times 1.3, not measurements", 1);
            return;
        }
        int parallel = whole(row, "tensor_parallel");
        String model = named(MODELS, row.getField("model"));
        ReplicaSpec replica = specs.find(model, accelerator, parallel, Precision.BF16, ENGINE, Specs.ALONE)
                .orElseThrow();
        int sequences = whole(row, "batch_size");
        int prompt = whole(row, "prompt_size");
        if (sequences <= MOST_PREFILLED) {
            PrefillStep load = new PrefillStep(sequences, prompt);
            rows.add(
                    new Measurement(SOURCE, Quantity.PREFILL, ENGINE, replica, load, number(row, "prompt_time") / 1e3));
        } else {
            rows.leaveOut("prefill of more than 4 prompts: the engine took them one after the other", 1);
        }
        DecodeStep load = new DecodeStep(sequences, prompt + whole(row, "token_size") / 2);
        rows.add(new Measurement(SOURCE, Quantity.DECODE, ENGINE, replica, load, number(row, "token_time") / 1e3));
    }
}
