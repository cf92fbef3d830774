package org.tafsim.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tafsim.experiment.Decimals;
import org.tafsim.experiment.ResultFiles;
import org.tafsim.experiment.SummaryRow;
import org.tafsim.experiment.SummaryTable;
import org.tafsim.report.table.Cell;
import org.tafsim.report.table.RunRows;

/** The numbers of a run that people look at first. */
final class Tiles {

    private static final String ALL = "all";

    /** Of the rows of the terminal's table. */
    private static final Map<String, String> LABELS = Map.of(
            "slo_attainment", "SLO attainment",
            "ttft_p95", "TTFT p95",
            "e2e_p95", "End to end p95",
            "utilization", "Accelerators busy",
            "violations", "Violations",
            "in_jurisdiction", "Stayed in jurisdiction");

    /** Those that the table has not. */
    private static final List<Other> OTHERS = List.of(
            new Other("cost_eur_per_1k", "Cost of 1,000 requests", "EUR"),
            new Other("energy_wh_per_request", "Energy of a request", "Wh"),
            new Other("carbon_g_per_request", "Carbon of a request", "g"));

    private record Other(String metric, String label, String unit) {}

    private final SummaryTable summary;
    private final Promises promises;

    Tiles(SummaryTable summary, Promises promises) {
        this.summary = summary;
        this.promises = promises;
    }

    List<Tile> list() {
        List<Tile> tiles = new ArrayList<>();
        for (RunRows.Section section : new RunRows(summary).sections()) {
            for (RunRows.Shown row : section.rows()) {
                String label = LABELS.get(row.spec().metric());
                if (label != null && row.spec().scope().equals(ALL)) {
                    tiles.add(
                            tile(row.spec().metric(), label, row.spec().scale().unit(), row.cells()));
                }
            }
        }
        for (Other other : OTHERS) {
            List<Cell> cells = summary.policies().stream()
                    .map(policy -> summary.find(policy, ALL, other.metric())
                            .map(found -> Cell.ofAnySize(found.interval(), 1, false))
                            .orElse(Cell.MISSING))
                    .toList();
            if (cells.stream().anyMatch(cell -> !cell.equals(Cell.MISSING))) {
                tiles.add(tile(other.metric(), other.label(), other.unit(), cells));
            }
        }
        return tiles;
    }

    private Tile tile(String metric, String label, String unit, List<Cell> cells) {
        List<Tile.OfPolicy> byPolicy = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            byPolicy.add(ofPolicy(summary.policies().get(i), metric, unit, cells.get(i)));
        }
        return new Tile(label, metric, ALL, unit, Definitions.meaning(metric), byPolicy);
    }

    private Tile.OfPolicy ofPolicy(String policy, String metric, String unit, Cell cell) {
        Optional<SummaryRow> row = summary.find(policy, ALL, metric);
        if (row.isEmpty()) {
            return new Tile.OfPolicy(TableEntry.text(cell), null, null, "none", "");
        }
        Promises.Judged judged = promises.judge(row.get());
        String text = TableEntry.text(cell);
        return new Tile.OfPolicy(
                unit.isEmpty() ? text : text + " " + unit,
                Numbers.of(Decimals.fixed(row.get().interval().mean())),
                Numbers.orNull(ResultFiles.halfWidth(row.get().interval())),
                judged.state(),
                judged.why());
    }
}
