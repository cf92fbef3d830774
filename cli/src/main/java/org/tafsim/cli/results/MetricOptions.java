package org.tafsim.cli.results;

import picocli.CommandLine.Option;

/** Which metrics a command prints, and for whom. */
final class MetricOptions {

    @Option(
            names = "--scope",
            paramLabel = "SCOPE",
            defaultValue = "all",
            description =
                    "Metrics to print, by what they are about, e.g. app:chat, tier:cloud (default: ${DEFAULT-VALUE}).")
    private String scope = "all";

    @Option(names = "--json", description = "Print JSON, metrics of every scope.")
    private boolean isJson;

    String scope() {
        return scope;
    }

    boolean isJson() {
        return isJson;
    }
}
