package org.tafsim.experiment.optimum;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import org.tafsim.engine.AlikeReplicas;
import org.tafsim.experiment.optimum.JobClasses.JobClass;
import org.tafsim.experiment.optimum.JobClasses.Option;
import org.tafsim.experiment.optimum.JobClasses.TaskClass;

/**
 * The linear program whose dual variables are prices of capacity: u(c, t, j, k) jobs of class c have task t done at place j in window k,
 * z(c) are served. Least Σ cost · u − worth · Σ z, with Σ u = z for every task and Σ work · u ≤ replicas · length for every place and window.
 */
final class CapacityProgram {

    /** Windows after the first that a task may begin in: ever fewer, the later. */
    private static final int[] LATER = {0, 1, 2, 4, 8, 16, 32};

    /** Prices below that are none (of the largest). */
    private static final double LEAST_PRICE = 1e-9;

    private final ExpressionsBasedModel model = new ExpressionsBasedModel();
    private final List<AlikeReplicas> places;
    private final Windows windows;
    private final Map<String, Cell> capacities = new TreeMap<>();

    private record Cell(int place, int window) {}

    private CapacityProgram(List<AlikeReplicas> places, Windows windows) {
        this.places = places;
        this.windows = windows;
    }

    /**
     * Prices for jobs.
     *
     * @param worth of a job that is served
     * @param served how many are to be, at most all
     * @param missed what each costs that cannot be
     */
    static Prices prices(
            List<Job> jobs, List<AlikeReplicas> places, Windows windows, double worth, double served, double missed) {
        CapacityProgram program = new CapacityProgram(places, windows);
        List<JobClass> classes = new JobClasses(jobs, windows).classes();
        Expression least = program.model.newExpression("served").lower(served);
        least.set(program.model.newVariable("missed").lower(0).weight(missed), 1);
        for (int i = 0; i < classes.size(); i++) {
            program.add(classes.get(i), i, worth, least);
        }
        return program.solve();
    }

    private void add(JobClass of, int number, double worth, Expression least) {
        Variable done =
                model.newVariable("z" + number).lower(0).upper(of.count()).weight(-worth);
        least.set(done, 1);
        for (int task = 0; task < of.tasks().size(); task++) {
            TaskClass each = of.tasks().get(task);
            Expression all = model.newExpression("t" + number + "_" + task).level(0);
            all.set(done, -1);
            long arrival = of.arrivalNanos();
            int first = windows.at(arrival);
            int last = each.deadlineNanos() == Long.MAX_VALUE
                    ? windows.count() - 1
                    : windows.at(arrival + each.deadlineNanos());
            for (Option option : each.options()) {
                for (int later : LATER) {
                    if (first + later <= last) {
                        int window = first + later;
                        double wait = each.share() * ((windows.beginNanos(window) - arrival) / 1e9);
                        Variable part = model.newVariable(
                                        "u%d_%d_%d_%d".formatted(number, task, option.place(), window))
                                .lower(0)
                                .weight(Math.max(option.floorSeconds(), wait));
                        all.set(part, 1);
                        capacity(option.place(), window).set(part, option.workSeconds());
                    }
                }
            }
        }
    }

    private Expression capacity(int place, int window) {
        String name = "c%d_%d".formatted(place, window);
        Expression known = model.getExpression(name);
        if (known != null) {
            return known;
        }
        capacities.put(name, new Cell(place, window));
        return model.newExpression(name).upper(places.get(place).replicas().size() * windows.seconds(window));
    }

    private Prices solve() {
        Optimisation.Result result = model.minimise();
        double[][] prices = new double[places.size()][windows.count()];
        double largest = 0;
        List<Cell> found = new ArrayList<>();
        if (result.getState().isFeasible()) {
            for (var multiplier : result.getMatchedMultipliers()) {
                Cell cell = capacities.get(multiplier.getKey().left().getName());
                if (cell != null) {
                    double price = Math.abs(multiplier.doubleValue());
                    prices[cell.place()][cell.window()] = Double.isFinite(price) ? price : 0;
                    largest = Math.max(largest, prices[cell.place()][cell.window()]);
                    found.add(cell);
                }
            }
        }
        for (Cell cell : found) {
            if (prices[cell.place()][cell.window()] < LEAST_PRICE * largest) {
                prices[cell.place()][cell.window()] = 0;
            }
        }
        return new Prices(places, windows, prices);
    }
}
