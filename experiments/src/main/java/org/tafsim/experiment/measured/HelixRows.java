package org.tafsim.experiment.measured;

import static org.tafsim.experiment.measured.Sources.named;
import static org.tafsim.experiment.measured.Sources.number;
import static org.tafsim.experiment.measured.Sources.whole;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.Map;
import org.tafsim.model.Precision;
import org.tafsim.model.ReplicaSpec;

/** Times of one layer on cloud machines with one, two or four cards over PCIe (Helix, Apache-2.0). */
final class HelixRows {
    static final String SOURCE = "helix";

    private static final String ENGINE = "vllm";

    /** Mean context while it decoded: prompts and half the outputs of the conversations it served (763 + 232 / 2). */
    private static final int CONTEXT_TOKENS = 880;

    /** The longest prompts it served were cut at 2,048 tokens; more tokens in a step are several prompts. */
    private static final int LONGEST_PROMPT = 763;

    /** Times are stated to a tenth of a millisecond: below this one, rounding alone is a tenth and more. */
    private static final double LEAST_MILLISECONDS = 0.5;

    private static final Map<String, String> ACCELERATORS =
            Map.of("l4", "L4", "t4", "T4", "v100", "V100", "a100", "A100-40");
    private static final Map<String, String> MODELS = Map.of("llama2_70b", "llama-2-70b", "llama1_30b", "llama-1-30b");

    private HelixRows() {}

    static Rows read(Path folder, Specs specs) {
        Rows rows = new Rows();
        Sources.table(folder.resolve("layer_times.csv")).forEach(row -> take(row, specs, rows));
        return rows;
    }

    private static void take(NamedCsvRecord row, Specs specs, Rows rows) {
        int size = whole(row, "batch_tokens_or_batch_size");
        double milliseconds = number(row, "ms_per_layer");
        if (size == 0) {
            rows.leaveOut("an empty batch", 1);
            return;
        }
        if (milliseconds < LEAST_MILLISECONDS) {
            rows.leaveOut("under 0.5 ms: stated to a tenth of a millisecond", 1);
            return;
        }
        String[] cards = row.getField("gpu").split("x", -1);
        int parallel = cards.length == 1 ? 1 : Integer.parseInt(cards[1]);
        ReplicaSpec replica = specs.find(
                        named(MODELS, row.getField("model")),
                        named(ACCELERATORS, cards[0]),
                        parallel,
                        Precision.BF16,
                        ENGINE,
                        Specs.ALONE)
                .orElseThrow();
        boolean isPrompt = row.getField("phase").equals("prompt");
        Load step = isPrompt ? prompts(size) : new DecodeStep(size, CONTEXT_TOKENS);
        LayerStep load = new LayerStep(step);
        rows.add(new Measurement(SOURCE, load.quantity(), ENGINE, replica, load, milliseconds / 1e3));
    }

    private static PrefillStep prompts(int tokens) {
        int prompts = Math.max(1, Math.round((float) tokens / LONGEST_PROMPT));
        return new PrefillStep(prompts, tokens / prompts);
    }
}
