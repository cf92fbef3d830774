package org.tafsim.experiment.optimum;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Variable;
import org.tafsim.engine.AlikeReplicas;
import org.tafsim.experiment.optimum.RequestClasses.Option;
import org.tafsim.experiment.optimum.RequestClasses.RequestClass;
import org.tafsim.experiment.optimum.RequestClasses.TaskClass;

/**
 * The linear program of prices. Of the relaxation: u(c, t, j, k) requests of class c have task t done at place j in window k, z(c) are served;
 * least Σ cost · u − worth · Σ z, with Σ u = z for every task, z ≤ requests of the class, Σ z ≥ served, and Σ work · u ≤ replicas · length for
 * every place and window. Solved is its dual: greatest served · y − Σ replicas · length · π − Σ requests · ν, with σ − work · π ≤ cost for every
 * u and Σ σ + ν ≥ worth + y for every class.
 */
final class CapacityProgram {

    /** Columns beyond which later windows are thinned out: ever fewer, the later. */
    private static final int MANY = 8_000;

    /** Prices below that are none (of the largest). */
    private static final double LEAST_PRICE = 1e-9;

    private final ExpressionsBasedModel model = new ExpressionsBasedModel();
    private final List<AlikeReplicas> places;
    private final Windows windows;
    private final @Nullable Variable[][] prices;

    /** Of the distance from one window that a task may be done in to the next. */
    private double growth = 1;

    private CapacityProgram(List<AlikeReplicas> places, Windows windows) {
        this.places = places;
        this.windows = windows;
        prices = new Variable[places.size()][windows.count()];
    }

    /**
     * Prices for requests.
     *
     * @param worth of a request that is served
     * @param served how many are to be, at most all
     * @param missed what each costs that cannot be
     */
    static Prices prices(
            List<BoundRequest> requests,
            List<AlikeReplicas> places,
            Windows windows,
            double worth,
            double served,
            double missed) {
        CapacityProgram program = new CapacityProgram(places, windows);
        List<RequestClass> classes = new RequestClasses(requests, windows).classes();
        Variable everybody =
                program.model.newVariable("y").lower(0).upper(missed).weight(served);
        long columns = (long) windows.count()
                / 2
                * classes.stream()
                        .flatMap(of -> of.tasks().stream())
                        .mapToInt(task -> task.options().size())
                        .sum();
        program.growth = columns <= MANY ? 1 : 1.5;
        for (int i = 0; i < classes.size(); i++) {
            program.add(classes.get(i), i, worth, everybody);
        }
        return program.solve();
    }

    private void add(RequestClass of, int number, double worth, Variable everybody) {
        Expression done = model.newExpression("z" + number).lower(worth);
        done.set(everybody, -1);
        done.set(model.newVariable("n" + number).lower(0).weight(-of.count()), 1);
        long arrival = of.arrivalNanos();
        int first = windows.at(arrival);
        for (int task = 0; task < of.tasks().size(); task++) {
            TaskClass each = of.tasks().get(task);
            Variable value = model.newVariable("t%d_%d".formatted(number, task));
            done.set(value, 1);
            int last = each.deadlineNanos() == Long.MAX_VALUE
                    ? windows.count() - 1
                    : windows.at(arrival + each.deadlineNanos());
            for (Option option : each.options()) {
                for (int window = first; window <= last; window = after(window, first, last)) {
                    double wait = each.share() * ((windows.beginNanos(window) - arrival) / 1e9);
                    Expression part = model.newExpression(
                                    "u%d_%d_%d_%d".formatted(number, task, option.place(), window))
                            .upper(Math.max(option.floorSeconds(), wait));
                    part.set(value, 1);
                    part.set(price(option.place(), window), -option.workSeconds());
                }
            }
        }
    }

    /** The next window to be done in; the last is not left out. */
    private int after(int window, int first, int last) {
        if (window == last) {
            return last + 1;
        }
        return Math.min(last, Math.max(window + 1, first + (int) (growth * (window - first))));
    }

    private Variable price(int place, int window) {
        Variable known = prices[place][window];
        if (known == null) {
            double seconds = places.get(place).replicas().size() * windows.seconds(window);
            known = model.newVariable("p%d_%d".formatted(place, window))
                    .lower(0)
                    .weight(-seconds);
            prices[place][window] = known;
        }
        return known;
    }

    private Prices solve() {
        boolean isSolved = model.maximise().getState().isFeasible();
        double[][] perSecond = new double[places.size()][windows.count()];
        double largest = 0;
        for (int place = 0; place < perSecond.length; place++) {
            for (int window = 0; window < windows.count(); window++) {
                Variable price = prices[place][window];
                if (isSolved && price != null && price.getValue() != null) {
                    perSecond[place][window] = Math.max(0, price.getValue().doubleValue());
                    largest = Math.max(largest, perSecond[place][window]);
                }
            }
        }
        for (double[] row : perSecond) {
            for (int window = 0; window < row.length; window++) {
                row[window] = row[window] < LEAST_PRICE * largest ? 0 : row[window];
            }
        }
        return new Prices(places, windows, perSecond);
    }
}
