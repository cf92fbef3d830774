package org.tafsim.experiment.optimum;

import java.util.Arrays;
import java.util.List;
import org.tafsim.engine.AlikeReplicas;

/**
 * What a second of a replica costs in each window, by place: the dual variables of the capacities. Any that are not negative give a valid
 * bound; good ones a good bound.
 */
final class Prices {
    private final Windows windows;
    private final double[][] perSecond;
    private final boolean[] isFree;
    private final double capacity;

    /**
     * By place and window.
     *
     * @param perSecond at least 0
     */
    Prices(List<AlikeReplicas> places, Windows windows, double[][] perSecond) {
        this.windows = windows;
        this.perSecond = perSecond;
        isFree = new boolean[perSecond.length];
        double sum = 0;
        for (int place = 0; place < perSecond.length; place++) {
            isFree[place] = Arrays.stream(perSecond[place]).allMatch(price -> price == 0);
            for (int window = 0; window < windows.count(); window++) {
                sum += places.get(place).replicas().size() * windows.seconds(window) * perSecond[place][window];
            }
        }
        capacity = sum;
    }

    /** All free. */
    static Prices none(List<AlikeReplicas> places, Windows windows) {
        return new Prices(places, windows, new double[places.size()][windows.count()]);
    }

    /** What all replicas cost over the whole time. */
    double capacity() {
        return capacity;
    }

    /** The least sum of a request's latency (s), where that is asked for, and what its tasks cost. */
    double least(List<Task> tasks, long arrivalNanos) {
        double sum = 0;
        for (Task task : tasks) {
            sum += least(task, arrivalNanos);
        }
        return sum;
    }

    private double least(Task task, long arrivalNanos) {
        int first = windows.at(arrivalNanos);
        int last = task.deadlineNanos() == Long.MAX_VALUE
                ? windows.count() - 1
                : windows.at(arrivalNanos + task.deadlineNanos());
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < task.places(); i++) {
            if (task.isInTime(i)) {
                double[] prices = perSecond[task.place(i)];
                double floor = task.share() * (task.floorNanos(i) / 1e9);
                if (isFree[task.place(i)]) {
                    least = Math.min(least, floor);
                    continue;
                }
                double work = task.workSeconds(i);
                for (int window = first; window <= last; window++) {
                    double wait = task.share() * ((windows.beginNanos(window) - arrivalNanos) / 1e9);
                    if (wait >= least) {
                        break;
                    }
                    least = Math.min(least, Math.max(floor, wait) + work * prices[window]);
                    if (prices[window] == 0) {
                        break;
                    }
                }
            }
        }
        return least;
    }
}
