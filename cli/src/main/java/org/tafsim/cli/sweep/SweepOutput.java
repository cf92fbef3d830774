package org.tafsim.cli.sweep;

import picocli.CommandLine.Option;

/** What is made of a sweep's numbers. */
final class SweepOutput {

    @Option(names = "--no-figures", description = "Draw no figures.")
    private boolean isWithoutFigures;

    @Option(names = "--no-report", description = "Write no report.html.")
    private boolean isWithoutReport;

    @Option(names = "--json", description = "Print the summary of every point as JSON in place of the table.")
    private boolean isJson;

    boolean drawsFigures() {
        return !isWithoutFigures;
    }

    boolean writesReport() {
        return !isWithoutReport;
    }

    boolean isJson() {
        return isJson;
    }
}
