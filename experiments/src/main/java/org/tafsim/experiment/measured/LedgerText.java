package org.tafsim.experiment.measured;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tafsim.experiment.CsvText;
import org.tafsim.experiment.Decimals;

/** The ledger as documents have it. */
public final class LedgerText {
    private static final String BEGIN = "<!-- serving ledger: written by `tafsim validate serving` -->\n";
    private static final String END = "<!-- end of the serving ledger -->\n";

    /** Where documents have the figure, from their own folder. */
    public static final String FIGURE = "images/serving-ledger.png";

    private LedgerText() {}

    /**
     * Puts the tables into a document, between two marks.
     *
     * @throws IllegalArgumentException when the document lacks the marks
     */
    public static String into(String document, Ledger shipped, Ledger calibrated) {
        int begin = document.indexOf(BEGIN);
        int end = document.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException(
                    "The document has no place for the ledger: it must hold the lines \"%s\" and \"%s\"."
                            .formatted(BEGIN.strip(), END.strip()));
        }
        return document.substring(0, begin + BEGIN.length())
                + "\n"
                + markdown(shipped, calibrated)
                + "\n"
                + document.substring(end);
    }

    /** Three tables: by source, in detail, and what is left out. */
    public static String markdown(Ledger shipped, Ledger calibrated) {
        StringBuilder text =
                new StringBuilder("![Predicted against measured times of serving](%s)\n\n".formatted(FIGURE));
        table(
                text,
                List.of("source", "models", "quantity"),
                LedgerGroup.bySource(shipped),
                LedgerGroup.bySource(calibrated));
        text.append('\n');
        table(
                text,
                List.of("source", "quantity", "engine", "accelerator", "model"),
                LedgerGroup.byDetail(shipped),
                LedgerGroup.byDetail(calibrated));
        text.append("\n| source | rows left out | reason |\n|---|---:|---|\n");
        shipped.leftOut()
                .forEach((source, reasons) -> reasons.forEach(
                        (reason, rows) -> text.append("| %s | %d | %s |\n".formatted(source, rows, reason))));
        return text.toString();
    }

    private static void table(
            StringBuilder text, List<String> names, List<LedgerGroup> shipped, List<LedgerGroup> calibrated) {
        text.append("| ").append(String.join(" | ", names));
        text.append(" | rows | median | p90 | bias | rows held out | median | calibrated: median | p90 |\n|");
        text.append("---|".repeat(names.size())).append("---:|".repeat(8)).append('\n');
        for (int i = 0; i < shipped.size(); i++) {
            LedgerGroup as = shipped.get(i);
            Errors judged = calibrated.get(i).judging();
            text.append("| ").append(String.join(" | ", as.name()));
            text.append(" | %d | %s | %s | %s | %d | %s | %s | %s |%n"
                    .replace("%n", "\n")
                    .formatted(
                            as.all().rows(),
                            percent(as.all().median()),
                            percent(as.all().p90()),
                            percent(as.all().bias()),
                            judged.rows(),
                            percent(as.judging().median()),
                            percent(judged.median()),
                            percent(judged.p90())));
        }
    }

    /** With one decimal, e.g. {@code 4.2 %}; a dash where there is nothing. */
    public static String percent(double share) {
        return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /** Every measurement with both predictions (s). */
    public static String csv(Ledger shipped, Ledger calibrated) {
        return CsvText.of(csv -> {
            csv.writeRecord(
                    "source",
                    "quantity",
                    "engine",
                    "accelerator",
                    "tensor_parallel",
                    "model",
                    "load",
                    "part",
                    "measured_s",
                    "predicted_s",
                    "calibrated_s");
            for (int i = 0; i < shipped.entries().size(); i++) {
                Ledger.Judged entry = shipped.entries().get(i);
                Measurement it = entry.measurement();
                csv.writeRecord(
                        it.source(),
                        it.quantity().label(),
                        it.engine(),
                        it.replica().accelerator().id(),
                        String.valueOf(it.replica().tensorParallel()),
                        it.replica().model().id(),
                        it.load().label(),
                        it.isForFitting() ? "fitting" : "judging",
                        Decimals.fixed(it.seconds(), 9),
                        Decimals.fixed(entry.predictedSeconds(), 9),
                        Decimals.fixed(calibrated.entries().get(i).predictedSeconds(), 9));
            }
        });
    }

    /** Reasons and rows of a source, in a line. */
    public static String leftOut(Map<String, Integer> reasons) {
        return reasons.entrySet().stream()
                .map(reason -> "%d %s".formatted(reason.getValue(), reason.getKey()))
                .reduce((a, b) -> a + "; " + b)
                .orElse("none");
    }
}
