package org.tafsim.experiment.measured;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.tafsim.experiment.measured.Replay.Served;
import org.tafsim.model.BatchLimits;
import org.tafsim.model.Precision;
import org.tafsim.model.ReplicaSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Recorded runs of vLLM 0.19 with ShareGPT requests (LLMServingSim, MIT). */
final class VllmRuns {
    static final String SOURCE = "llmservingsim-vllm";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ENGINE = "vllm";

    private VllmRuns() {}

    static Rows read(Path folder, Specs specs) {
        Rows rows = new Rows();
        add(folder.resolve("RTX4090_Llama-3.1-8B"), "llama-3.1-8b", "RTX-4090", specs, rows);
        add(folder.resolve("RTXPRO6000_Qwen3-32B"), "qwen3-32b", "RTX-PRO-6000", specs, rows);
        return rows;
    }

    private static void add(Path run, String model, String accelerator, Specs specs, Rows rows) {
        if (!Files.isDirectory(run)) {
            return;
        }
        JsonNode meta = JSON.readTree(text(run.resolve("meta.json")));
        JsonNode engine = meta.get("engine_kwargs");
        JsonNode blocks = meta.at("/kv_cache/num_gpu_blocks");
        BatchLimits limits = new BatchLimits(
                engine.get("max_num_batched_tokens").asInt(),
                engine.get("max_num_seqs").asInt(),
                16,
                0.9,
                blocks.isMissingNode() ? OptionalInt.empty() : OptionalInt.of(blocks.asInt()));
        int parallel = engine.get("tensor_parallel_size").asInt();
        ReplicaSpec replica = specs.find(model, accelerator, parallel, Precision.BF16, ENGINE, limits)
                .orElseThrow();
        List<Served> served = served(run.resolve("requests.jsonl"));
        for (Quantity quantity : List.of(Quantity.TTFT, Quantity.TPOT, Quantity.END_TO_END)) {
            double seconds = Replay.mean(served, quantity);
            rows.add(new Measurement(SOURCE, quantity, ENGINE, replica, new Replay(served, quantity), seconds));
        }
    }

    private static List<Served> served(Path file) {
        List<JsonNode> lines = text(file).lines().map(JSON::readTree).toList();
        double start = lines.stream()
                .mapToDouble(line -> line.get("queued_ts").asDouble())
                .min()
                .orElseThrow();
        return lines.stream()
                .map(line -> new Served(
                        line.get("input_toks").asInt(),
                        line.get("output_toks").asInt(),
                        line.get("queued_ts").asDouble() - start,
                        line.get("first_token_ts").asDouble() - start,
                        line.get("last_token_ts").asDouble() - start))
                .toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
