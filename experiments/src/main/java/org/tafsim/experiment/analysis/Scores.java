package org.tafsim.experiment.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.tafsim.stats.Tally;

/** What is known of each system while a procedure runs: values as scores, of which more is better. */
final class Scores {

    private final Best best;
    private final Sampler sampler;
    private final List<Tally> tallies;

    Scores(int systems, Best best, Sampler sampler) {
        this.best = best;
        this.sampler = sampler;
        this.tallies = IntStream.range(0, systems).mapToObj(i -> new Tally()).toList();
    }

    int systems() {
        return tallies.size();
    }

    /** Runs so many further replications of some systems. */
    List<double[]> sample(List<Integer> systems, int replications) {
        return sample(systems, Collections.nCopies(systems.size(), replications));
    }

    /** Runs so many further replications of each; where none, nothing. */
    List<double[]> sample(List<Integer> systems, List<Integer> replications) {
        List<Demand> demands = new ArrayList<>();
        for (int i = 0; i < systems.size(); i++) {
            int from = count(systems.get(i));
            if (replications.get(i) > 0) {
                demands.add(new Demand(systems.get(i), from, from + replications.get(i)));
            }
        }
        List<double[]> values = sampler.sample(List.copyOf(demands));
        for (int i = 0; i < demands.size(); i++) {
            record(demands.get(i), values.get(i));
        }
        return values;
    }

    private void record(Demand demand, double[] values) {
        if (values.length != demand.size()) {
            throw new IllegalArgumentException("System %d: %d replications were asked for, and %d came."
                    .formatted(demand.system(), demand.size(), values.length));
        }
        for (double value : values) {
            tallies.get(demand.system()).record(best.score(value));
        }
    }

    int count(int system) {
        return (int) tallies.get(system).count();
    }

    double mean(int system) {
        return tallies.get(system).mean();
    }

    double variance(int system) {
        return tallies.get(system).variance();
    }

    int total() {
        return (int) tallies.stream().mapToLong(Tally::count).sum();
    }

    /** Of equal means the first. */
    int bestOf(List<Integer> systems) {
        return systems.stream()
                .max(Comparator.comparingDouble(this::mean).thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
    }

    List<Integer> all() {
        return IntStream.range(0, systems()).boxed().toList();
    }

    Selection selection(int chosen, double probability, boolean isDecided, List<Integer> inPlay) {
        List<Selection.Standing> standings = all().stream()
                .map(i -> new Selection.Standing(best.score(mean(i)), count(i), inPlay.contains(i)))
                .toList();
        return new Selection(chosen, probability, isDecided, standings);
    }

    /** Sample variance of the differences of pairs. */
    static double varianceOfDifferences(double[] one, double[] other) {
        Tally differences = new Tally();
        for (int i = 0; i < one.length; i++) {
            differences.record(one[i] - other[i]);
        }
        return differences.variance();
    }
}
