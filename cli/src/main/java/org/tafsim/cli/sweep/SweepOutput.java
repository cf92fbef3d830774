package org.tafsim.cli.sweep;

import org.tafsim.cli.run.FigureOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is made of a sweep's numbers. */
final class SweepOutput {

    @Mixin
    private FigureOptions figures = new FigureOptions();

    @Option(names = "--no-report", description = "Write no report.html.")
    private boolean isWithoutReport;

    @Option(names = "--json", description = "Print the summary of every point as JSON in place of the table.")
    private boolean isJson;

    FigureOptions figures() {
        return figures;
    }

    boolean writesReport() {
        return !isWithoutReport;
    }

    boolean isJson() {
        return isJson;
    }
}
