package org.tafsim.experiment.optimum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tafsim.engine.AlikeReplicas;

/**
 * Bounds on one objective in one replication, by weak duality: whatever the prices of capacity, the sum over the requests of the least that
 * each costs, less what all capacity costs, is at most the least sum of latencies. The best of several prices counts.
 */
final class RelaxedBound {

    /** What sums of doubles, and of whole nanoseconds as doubles, may be wrong by. */
    private static final double SAFE = 1e-9;

    private final List<BoundRequest> requests;
    private final int apps;
    private final List<Priced> priced = new ArrayList<>();

    /** What requests cost at least: by application, their sums from the least on; and what capacity costs. */
    private static final class Priced {
        private final double[][] sums;
        private final double kept;
        private final double capacity;

        private Priced(double[][] sums, double kept, double capacity) {
            this.sums = sums;
            this.kept = kept;
            this.capacity = capacity;
        }
    }

    RelaxedBound(List<BoundRequest> requests, int apps) {
        this.requests = requests;
        this.apps = apps;
    }

    /** Takes prices into account. */
    void add(Prices prices) {
        double[] least =
                requests.stream().mapToDouble(request -> request.least(prices)).toArray();
        double kept = 0;
        double[][] sums = new double[apps][];
        for (int app = 0; app < apps; app++) {
            double[] own = leastOf(app, least);
            Arrays.sort(own);
            sums[app] = new double[own.length + 1];
            for (int i = 0; i < own.length; i++) {
                sums[app][i + 1] = sums[app][i] + own[i];
                kept += Math.max(0, 1 - own[i]);
            }
        }
        priced.add(new Priced(sums, kept, prices.capacity()));
    }

    private double[] leastOf(int app, double[] least) {
        double[] own = new double[least.length];
        int count = 0;
        for (int i = 0; i < least.length; i++) {
            if (requests.get(i).app() == app) {
                own[count++] = least[i];
            }
        }
        return Arrays.copyOf(own, count);
    }

    /** Requests of an application that may be served. */
    long servable(int app) {
        return priced.get(0).sums[app].length - 1L;
    }

    /**
     * The least mean latency (s) of a policy that completes so many requests of each application, at least one in all.
     *
     * @throws IllegalArgumentException when there are not so many
     */
    double leastMeanSeconds(long[] completed) {
        long count = Arrays.stream(completed).sum();
        double best = 0;
        for (Priced with : priced) {
            double sum = -with.capacity;
            for (int app = 0; app < apps; app++) {
                if (completed[app] >= with.sums[app].length) {
                    throw new IllegalArgumentException("Application %d: %d requests were completed, of %d that can be."
                            .formatted(app, completed[app], servable(app)));
                }
                sum += with.sums[app][(int) completed[app]];
            }
            double slack = SAFE * (sum + 2 * with.capacity);
            best = Math.max(best, (sum - slack) / count);
        }
        return best;
    }

    /** How many promises can be kept, at most. */
    long mostKept() {
        double least = requests.size();
        for (Priced with : priced) {
            least = Math.min(least, (with.kept + with.capacity) * (1 + SAFE) + 1e-6);
        }
        return (long) least;
    }

    /** Whether some place is asked for more than it can do in some window when every request goes where it costs least. */
    boolean isCapacityShort(List<AlikeReplicas> places, Windows windows) {
        double[][] seconds = new double[places.size()][windows.count()];
        for (BoundRequest request : requests) {
            for (Task task : request.tasks()) {
                int best = RequestClasses.best(task);
                seconds[task.place(best)][windows.at(request.arrivalNanos())] += task.workSeconds(best);
            }
        }
        for (int place = 0; place < seconds.length; place++) {
            for (int window = 0; window < windows.count(); window++) {
                double capacity = places.get(place).replicas().size() * windows.seconds(window);
                if (seconds[place][window] > capacity) {
                    return true;
                }
            }
        }
        return false;
    }
}
