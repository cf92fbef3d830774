package org.tafsim.experiment.sweep;

import java.util.ArrayList;
import java.util.List;
import org.tafsim.experiment.CsvText;
import org.tafsim.experiment.plan.Experiment;
import org.tafsim.experiment.plan.Point;

/** The points of an experiment as a table: a number, and a column for every path that varies. */
public final class PointTable {

    private final Experiment experiment;

    /** Of an experiment. */
    public PointTable(Experiment experiment) {
        this.experiment = experiment;
    }

    /** Headings. */
    List<String> columns() {
        List<String> columns = new ArrayList<>(List.of("point"));
        columns.addAll(experiment.paths());
        return columns;
    }

    /** Cells of a point; empty where it leaves a path to the base. */
    List<String> row(Point point) {
        List<String> row = new ArrayList<>(List.of(Integer.toString(point.number())));
        experiment.paths().forEach(path -> row.add(point.find(path).orElse("")));
        return row;
    }

    String csv() {
        return CsvText.of(csv -> {
            csv.writeRecord(columns());
            experiment.points().forEach(point -> csv.writeRecord(row(point)));
        });
    }
}
