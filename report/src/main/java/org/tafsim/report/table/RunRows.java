package org.tafsim.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tafsim.experiment.SummaryRow;
import org.tafsim.experiment.SummaryTable;
import org.tafsim.report.table.RowSpec.Scale;
import org.tafsim.stats.ConfidenceInterval;

/** The rows of a run that people look at first, in words and figures; terminals and pages show the same. */
public final class RunRows {

    /** Of the groups of {@link RowSpec#groups}, in their order. */
    private static final List<String> NAMES =
            List.of("Service", "Latency", "Stages", "Utilization", "Radio", "Sovereignty");

    private final SummaryTable summary;

    /** Of a run's summary. */
    public RunRows(SummaryTable summary) {
        this.summary = summary;
    }

    /** Rows that belong together. */
    public record Section(String name, List<Shown> rows) {}

    /**
     * A row with its numbers.
     *
     * @param cells one for each policy, in the order of the summary
     */
    public record Shown(RowSpec spec, List<Cell> cells) {}

    /** Sections in which some policy has a number. */
    public List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        List<List<RowSpec>> groups = RowSpec.groups(summary);
        for (int i = 0; i < groups.size(); i++) {
            List<Shown> rows = groups.get(i).stream()
                    .filter(this::isShown)
                    .map(spec -> new Shown(spec, cells(spec)))
                    .toList();
            if (rows.stream().anyMatch(row -> !row.cells().contains(Cell.BLANK))) {
                sections.add(new Section(NAMES.get(i), rows));
            }
        }
        return List.copyOf(sections);
    }

    /** Rows that no policy has say nothing, nor do optional ones of zeros. */
    private boolean isShown(RowSpec spec) {
        return spec.isHeading()
                || summary.policies().stream()
                        .flatMap(policy -> find(policy, spec).stream())
                        .anyMatch(row -> !spec.isOptional() || row.interval().mean() != 0);
    }

    private Optional<SummaryRow> find(String policy, RowSpec spec) {
        return summary.find(policy, spec.scope(), spec.metric());
    }

    private List<Cell> cells(RowSpec spec) {
        if (spec.isHeading()) {
            return summary.policies().stream().map(policy -> Cell.BLANK).toList();
        }
        List<Optional<ConfidenceInterval>> intervals = summary.policies().stream()
                .map(policy -> find(policy, spec).map(SummaryRow::interval))
                .toList();
        List<Cell> cells = intervals.stream()
                .map(found -> found.map(
                                interval -> Cell.of(interval, spec.scale(), decimals(interval, intervals, spec)))
                        .orElse(Cell.MISSING))
                .toList();
        return BestOf.mark(cells, intervals, spec.better());
    }

    /** Percentages of a row have the same decimals; other numbers differ too much in size. */
    private static int decimals(ConfidenceInterval interval, List<Optional<ConfidenceInterval>> ofRow, RowSpec spec) {
        if (spec.scale() != Scale.PERCENT) {
            return Cell.decimals(interval, spec.scale());
        }
        return ofRow.stream()
                .flatMap(Optional::stream)
                .mapToInt(other -> Cell.decimals(other, spec.scale()))
                .max()
                .orElse(0);
    }
}
