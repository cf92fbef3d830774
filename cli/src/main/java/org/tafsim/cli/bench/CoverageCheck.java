package org.tafsim.cli.bench;

import java.math.BigDecimal;
import java.util.List;
import org.tafsim.cli.console.ExitCodes;
import org.tafsim.cli.console.InvalidInputException;
import org.tafsim.cli.console.Json;
import org.tafsim.cli.console.ProgressDisplay;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.console.TextTable;
import org.tafsim.experiment.analysis.Coverage;
import org.tafsim.experiment.analysis.CoverageStudy;
import org.tafsim.experiment.analysis.Interval;

/** Runs a {@link CoverageStudy} and prints what it found. */
final class CoverageCheck {

    private static final int DECIMALS = 3;

    private final Terminal terminal;
    private final boolean isJson;

    CoverageCheck(Terminal terminal, boolean isJson) {
        this.terminal = terminal;
        this.isJson = isJson;
    }

    /** A procedure as it is printed. */
    record Line(
            String procedure,
            BigDecimal promised,
            int experiments,
            int hits,
            BigDecimal share,
            BigDecimal low,
            BigDecimal high,
            String verdict) {

        static Line of(Coverage coverage) {
            Interval share = coverage.share();
            return new Line(
                    coverage.procedure(),
                    Json.decimal(coverage.promised(), DECIMALS),
                    coverage.experiments(),
                    coverage.hits(),
                    Json.decimal(share.estimate(), DECIMALS),
                    Json.decimal(share.low(), DECIMALS),
                    Json.decimal(share.high(), DECIMALS),
                    coverage.isKept() ? "kept" : "BROKEN");
        }
    }

    int run(int experiments, long seed) {
        List<Coverage> coverages = study(experiments, seed);
        List<Line> lines = coverages.stream().map(Line::of).toList();
        if (isJson) {
            Json.print(terminal.out(), lines);
        } else {
            print(lines);
        }
        return coverages.stream().allMatch(Coverage::isKept) ? ExitCodes.OK : ExitCodes.FAILED;
    }

    private List<Coverage> study(int experiments, long seed) {
        if (experiments < 1) {
            throw new InvalidInputException("--experiments (%d) must be at least 1.".formatted(experiments));
        }
        try (ProgressDisplay progress = ProgressDisplay.of(terminal, isJson)) {
            return new CoverageStudy(experiments, seed).run(progress);
        }
    }

    private void print(List<Line> lines) {
        TextTable table = TextTable.of("procedure", "promised#", "right#", "of#", "share#", "from#", "to#", "verdict");
        for (Line line : lines) {
            table.add(
                    line.procedure(),
                    line.promised().toPlainString(),
                    Integer.toString(line.hits()),
                    Integer.toString(line.experiments()),
                    line.share().toPlainString(),
                    line.low().toPlainString(),
                    line.high().toPlainString(),
                    line.verdict());
        }
        table.print(terminal.out(), terminal.outAnsi());
    }
}
