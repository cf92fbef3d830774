package org.tafsim.cli.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Measures the simulator itself. */
@Command(
        name = "bench",
        description = "Measure the simulator itself, in seconds of CPU.",
        footer = {
            "  tafsim bench ew1 --trace w100000.csv --discipline fifo",
            "  tafsim bench serving --requests 1000000 --replicas 200",
            "  tafsim bench law --sites 500",
            "  tafsim bench coexistence",
            "  tafsim bench store --rows 10000000",
            "  tafsim bench external \"python3 my_policy.py\""
        })
public final class BenchCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(),
                "'bench' needs to know what to measure: ew1, serving, law, coexistence, store or external.");
    }
}
