package org.tafsim.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * Prints a table of hold operations per CPU second, every figure from a JVM of its own, in rounds through all variants so
 * that a change of the machine's load hits all alike.
 *
 * <p>Usage: {@code HoldMain [ROUNDS]}; one round takes about two minutes.
 */
public final class HoldMain {
    private static final int[] PENDING = {100, 10_000, 1_000_000};

    private HoldMain() {}

    /** Runs the comparison, or, with a variant and a number of pending events, one measurement. */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length == 2) {
            HoldModel model = HoldVariant.valueOf(args[0]).create(Integer.parseInt(args[1]));
            System.out.printf(Locale.ROOT, "%.4f%n", HoldMeasurement.millionPerCpuSecond(model));
        } else {
            compare(args.length == 0 ? 1 : Integer.parseInt(args[0]));
        }
    }

    private static void compare(int rounds) throws IOException, InterruptedException {
        System.out.printf(
                Locale.ROOT,
                "Hold model, exponential increments: million operations per CPU second (and times SSJ's best list).%n"
                        + "Java %s, median of %d rounds.%n%n",
                Runtime.version(),
                rounds);
        System.out.printf(Locale.ROOT, "| %-20s |", "event list");
        for (int pending : PENDING) {
            System.out.printf(Locale.ROOT, " %,11d pending |", pending);
        }
        System.out.println("\n|---|" + "---:|".repeat(PENDING.length));
        Map<HoldVariant, double[]> rates = measureAll(rounds);
        double[] bestOfSsj = bestOfSsj(rates);
        rates.forEach((variant, row) -> printRow(variant, row, bestOfSsj));
    }

    private static Map<HoldVariant, double[]> measureAll(int rounds) throws IOException, InterruptedException {
        Map<HoldVariant, double[]> rates = new EnumMap<>(HoldVariant.class);
        for (HoldVariant variant : HoldVariant.values()) {
            rates.put(variant, new double[PENDING.length]);
        }
        for (int column = 0; column < PENDING.length; column++) {
            double[][] samples = new double[HoldVariant.values().length][rounds];
            for (int round = 0; round < rounds; round++) {
                int row = 0;
                for (HoldVariant variant : HoldVariant.values()) {
                    samples[row++][round] = measureApart(variant, PENDING[column]);
                }
            }
            int row = 0;
            for (double[] rate : rates.values()) {
                rate[column] = median(samples[row++]);
            }
        }
        return rates;
    }

    /** Measures in a fresh JVM, so that no variant profits from or pays for another's compiled code. */
    private static double measureApart(HoldVariant variant, int pending) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java,
                        "-Xmx3g",
                        "-XX:+UseParallelGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HoldMain.class.getName(),
                        variant.name(),
                        Integer.toString(pending))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("The measurement of %s at %d pending failed.".formatted(variant, pending));
        }
        return Double.parseDouble(output.trim());
    }

    private static double[] bestOfSsj(Map<HoldVariant, double[]> rates) {
        double[] best = new double[PENDING.length];
        rates.forEach((variant, row) -> {
            for (int i = 0; variant.isSsj() && i < best.length; i++) {
                best[i] = Math.max(best[i], row[i]);
            }
        });
        return best;
    }

    private static void printRow(HoldVariant variant, double[] row, double[] bestOfSsj) {
        System.out.printf(
                Locale.ROOT,
                "| %-20s |",
                variant.name().toLowerCase(Locale.ROOT).replace('_', ' '));
        for (int i = 0; i < row.length; i++) {
            System.out.printf(Locale.ROOT, " %8.2f (× %5.2f) |", row[i], row[i] / bestOfSsj[i]);
        }
        System.out.println();
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
