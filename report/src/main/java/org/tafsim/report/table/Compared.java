package org.tafsim.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tafsim.experiment.PointDifference;
import org.tafsim.experiment.plan.Experiment;
import org.tafsim.experiment.sweep.PointSummary;

/**
 * A metric of all requests that points are compared in.
 *
 * @param label for people
 * @param unit of its values as they are shown
 * @param factor from the metric's unit to that
 */
public record Compared(String metric, String label, String unit, double factor) {

    private static final List<Compared> USUAL = List.of(
            new Compared("ttft_p95", "Time to first token, p95", "ms", 1),
            new Compared("slo_attainment", "SLO attainment", "%", 100),
            new Compared("cost_eur_per_1k", "Cost of 1,000 requests", "EUR", 1),
            new Compared("energy_kwh", "Electricity", "kWh", 1),
            new Compared("carbon_g", "Carbon", "g CO2e", 1));

    /** Unit of differences. */
    public String unitOfDifference() {
        return unit.equals("%") ? "points" : unit;
    }

    /** The usual metrics and those the experiment names, as far as any point has a difference in them. */
    public static List<Compared> list(Experiment experiment, List<PointSummary> points) {
        List<Compared> all = new ArrayList<>(USUAL);
        for (String metric : experiment.metrics()) {
            if (all.stream().noneMatch(one -> one.metric().equals(metric))) {
                unit(metric, points).map(unit -> named(metric, unit)).ifPresent(all::add);
            }
        }
        return all.stream()
                .filter(one -> unit(one.metric(), points).isPresent())
                .toList();
    }

    private static Compared named(String metric, String unit) {
        return unit.equals("fraction") ? new Compared(metric, metric, "%", 100) : new Compared(metric, metric, unit, 1);
    }

    private static Optional<String> unit(String metric, List<PointSummary> points) {
        return points.stream()
                .flatMap(point -> point.againstBaseline().stream())
                .filter(difference -> difference.metric().equals(metric))
                .map(PointDifference::unit)
                .findFirst();
    }

    /** The difference of a point under a policy. */
    public Optional<PointDifference> find(PointSummary point, String policy) {
        return point.againstBaseline().stream()
                .filter(difference -> difference.scope().equals("all")
                        && difference.metric().equals(metric)
                        && difference.policy().equals(policy))
                .findFirst();
    }
}
