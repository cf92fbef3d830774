package org.tafsim.experiment.measured;

import static org.tafsim.experiment.measured.Sources.named;
import static org.tafsim.experiment.measured.Sources.number;
import static org.tafsim.experiment.measured.Sources.whole;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tafsim.model.Precision;
import org.tafsim.model.ReplicaSpec;

/**
 * Benchmarks of serving engines on eight kinds of accelerator, collected by aiconfigurator (ai-dynamo, Apache-2.0), most of
 * them InferenceX's: clients in a closed loop, mean time per output token.
 */
final class SiliconRows {
    static final String SOURCE = "aiconfigurator-silicon";

    /** Repetitions of one configuration further apart than this contradict each other. */
    private static final double MOST_SPREAD = 1.25;

    /** InferenceX draws lengths evenly from 0.8 of the nominal one to all of it. */
    private static final double LEAST_SHARE = 0.8;

    private static final Pattern CONCURRENCY = Pattern.compile("silicon_concurrency=(\\d+)");

    private static final Pattern DAY = Pattern.compile("measured=(\\d{4}-\\d\\d-\\d\\d)");

    private static final Map<String, String> MODELS = Map.ofEntries(
            Map.entry("meta-llama/Llama-3.1-8B-Instruct", "llama-3.1-8b"),
            Map.entry("nvidia/Llama-3.1-8B-Instruct-FP8", "llama-3.1-8b"),
            Map.entry("meta-llama/Llama-3.1-70B", "llama-3.1-70b"),
            Map.entry("Qwen/Qwen3-32B", "qwen3-32b"),
            Map.entry("nvidia/Qwen3-32B-NVFP4", "qwen3-32b"),
            Map.entry("Qwen/Qwen3-235B-A22B-FP8", "qwen3-235b-a22b"),
            Map.entry("MiniMaxAI/MiniMax-M2.5", "minimax-m2.5"),
            Map.entry("openai/gpt-oss-120b", "gpt-oss-120b"),
            Map.entry("deepseek-ai/DeepSeek-R1", "deepseek-v3"),
            Map.entry("deepseek-ai/DeepSeek-V3", "deepseek-v3"),
            Map.entry("nvidia/DeepSeek-R1-NVFP4", "deepseek-v3"),
            Map.entry("nvidia/DeepSeek-V3.1-NVFP4", "deepseek-v3"),
            Map.entry("moonshotai/Kimi-K2.5", "kimi-k2.5"));

    private static final Map<String, String> ACCELERATORS = Map.of(
            "h100_sxm",
            "H100",
            "h200_sxm",
            "H200",
            "b200_sxm",
            "B200",
            "b300_sxm",
            "B300",
            "gb200",
            "GB200",
            "gb300",
            "GB300");

    private final Specs specs;
    private final Rows rows = new Rows();
    private final Map<String, List<Repetition>> repetitions = new LinkedHashMap<>();

    private SiliconRows(Specs specs) {
        this.specs = specs;
    }

    static Rows read(Path folder, Specs specs) {
        SiliconRows reader = new SiliconRows(specs);
        Sources.table(folder.resolve("silicon_sample.csv")).forEach(reader::take);
        reader.repetitions.values().forEach(reader::settle);
        return reader.rows;
    }

    private void take(NamedCsvRecord row) {
        Optional<String> reason = findReasonAgainst(row);
        if (reason.isPresent()) {
            rows.leaveOut(reason.get(), 1);
            return;
        }
        String engine = row.getField("backend");
        int clients = whole(row, "batch_size");
        ClosedLoop load = new ClosedLoop(clients, whole(row, "isl"), whole(row, "osl"), LEAST_SHARE);
        Optional<ReplicaSpec> replica = specs.find(
                named(MODELS, row.getField("model_path")),
                named(ACCELERATORS, row.getField("system")),
                whole(row, "tp_size"),
                precision(row),
                engine,
                load.limits());
        if (replica.isEmpty()) {
            rows.leaveOut("no constants of the engine", 1);
            return;
        }
        double seconds = number(row, "silicon_tpot_ms") / 1e3;
        Measurement measurement = new Measurement(SOURCE, Quantity.TPOT, engine, replica.get(), load, seconds);
        repetitions
                .computeIfAbsent(measurement.configuration() + replica.get().precision(), any -> new ArrayList<>())
                .add(new Repetition(measurement, day(row), row.getField("backend_version")));
    }

    private static Optional<String> findReasonAgainst(NamedCsvRecord row) {
        if (!row.getField("mode").equals("agg")) {
            return Optional.of("prefill and decode apart");
        }
        if (!MODELS.containsKey(row.getField("model_path"))) {
            return Optional.of("attention the model lacks (linear, sparse): " + row.getField("model_path"));
        }
        String dataParallel = row.getField("attention_dp_size");
        if (!dataParallel.isEmpty() && Double.parseDouble(dataParallel) > 1) {
            return Optional.of("attention data parallel");
        }
        if (row.getField("tp_size").isEmpty() || whole(row, "tp_size") > 8) {
            return Optional.of("more than one host");
        }
        Matcher stated = CONCURRENCY.matcher(row.getField("silicon_data_source"));
        if (stated.find() && Integer.parseInt(stated.group(1)) != whole(row, "batch_size")) {
            return Optional.of("two different concurrencies stated");
        }
        if (row.getField("silicon_tpot_ms").isEmpty() || number(row, "silicon_tpot_ms") <= 0) {
            return Optional.of("no time per output token");
        }
        return Optional.empty();
    }

    /** Widths, as the engines of 2025 and 2026 choose them where nothing else is said. */
    private static Precision precision(NamedCsvRecord row) {
        String weights = row.getField("gemm_quant_mode");
        String experts = row.getField("moe_quant_mode");
        String model = named(MODELS, row.getField("model_path"));
        boolean isBlackwell = row.getField("system").contains("b");
        double kv = row.getField("backend").equals("trtllm") || isBlackwell ? 1 : 2;
        if (model.equals("gpt-oss-120b")) {
            return new Precision(4.25 / 8, 2, kv, Precision.Arithmetic.FP4);
        }
        if (model.startsWith("deepseek") && weights.equals("nvfp4")) {
            return new Precision(4.5 / 8, 1, kv, Precision.Arithmetic.FP4);
        }
        if (weights.startsWith("int4") || experts.startsWith("int4")) {
            return new Precision(4.25 / 8, 2, 2, Precision.Arithmetic.BF16);
        }
        if (weights.equals("nvfp4")) {
            return new Precision(4.5 / 8, 4.5 / 8, kv, Precision.Arithmetic.FP4);
        }
        return weights.startsWith("fp8") ? new Precision(1, 1, kv, Precision.Arithmetic.FP8) : Precision.BF16;
    }

    /** A row, the day it was measured ({@code 2026-01-14}; empty where unknown) and the engine's version. */
    private record Repetition(Measurement measurement, String day, String version) {}

    private static String day(NamedCsvRecord row) {
        Matcher day = DAY.matcher(row.getField("silicon_data_source"));
        return day.find() ? day.group(1) : "";
    }

    /** The engine's latest version stands, and of its repetitions the median. */
    private void settle(List<Repetition> same) {
        String latest = same.stream()
                .max(Comparator.comparing(Repetition::day).thenComparing(Repetition::version))
                .orElseThrow()
                .version();
        double[] seconds = same.stream()
                .filter(one -> one.version().equals(latest))
                .mapToDouble(one -> one.measurement().seconds())
                .sorted()
                .toArray();
        leaveOut("an earlier version of the engine", same.size() - seconds.length);
        if (seconds[seconds.length - 1] > MOST_SPREAD * seconds[0]) {
            leaveOut("repetitions contradict each other (apart by more than a quarter)", seconds.length);
            return;
        }
        leaveOut("repetitions (their median stands)", seconds.length - 1);
        Measurement one = same.get(0).measurement();
        rows.add(new Measurement(
                SOURCE, one.quantity(), one.engine(), one.replica(), one.load(), seconds[seconds.length / 2]));
    }

    private void leaveOut(String reason, int count) {
        if (count > 0) {
            rows.leaveOut(reason, count);
        }
    }
}
