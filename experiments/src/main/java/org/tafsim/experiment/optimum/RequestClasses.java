package org.tafsim.experiment.optimum;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Requests that are alike: of one application, at first in the same place, from one window. The relaxation is solved for their means; its
 * prices are then good ones for the requests themselves.
 */
final class RequestClasses {
    private static final int MOST_OPTIONS = 4;

    private final List<RequestClass> classes = new ArrayList<>();

    /** What a task of a class costs at one place, in the mean. */
    record Option(int place, double workSeconds, double floorSeconds) {}

    /** One of a class's tasks: when it is to be done, after arrival, what part of the latency it stands for, and its best places. */
    record TaskClass(long deadlineNanos, double share, List<Option> options) {}

    /** Means of a class. */
    record RequestClass(int count, long arrivalNanos, List<TaskClass> tasks) {}

    private record Key(int app, int place, int window) {}

    private static final Comparator<Key> ORDER =
            Comparator.comparingInt(Key::app).thenComparingInt(Key::window).thenComparingInt(Key::place);

    RequestClasses(List<BoundRequest> requests, Windows windows) {
        Map<Key, List<BoundRequest>> groups = new TreeMap<>(ORDER);
        for (BoundRequest request : requests) {
            if (!request.tasks().isEmpty()) {
                Key key = new Key(request.app(), bestPlace(request), windows.at(request.arrivalNanos()));
                groups.computeIfAbsent(key, one -> new ArrayList<>()).add(request);
            }
        }
        groups.values().forEach(group -> classes.add(means(group)));
    }

    List<RequestClass> classes() {
        return classes;
    }

    private static int bestPlace(BoundRequest request) {
        Task task = request.tasks().get(0);
        return task.place(best(task));
    }

    /** Where a task costs least when all is free: the least latency, then the least work. */
    static int best(Task task) {
        int best = -1;
        for (int i = 0; i < task.places(); i++) {
            if (task.isInTime(i) && (best < 0 || isBetter(task, i, best))) {
                best = i;
            }
        }
        return Math.max(0, best);
    }

    private static boolean isBetter(Task task, int i, int than) {
        if (task.share() > 0 && task.floorNanos(i) != task.floorNanos(than)) {
            return task.floorNanos(i) < task.floorNanos(than);
        }
        return task.workSeconds(i) < task.workSeconds(than);
    }

    private static RequestClass means(List<BoundRequest> group) {
        List<Task> first = group.get(0).tasks();
        List<TaskClass> tasks = new ArrayList<>();
        for (int task = 0; task < first.size(); task++) {
            tasks.add(new TaskClass(
                    first.get(task).deadlineNanos(), first.get(task).share(), options(group, task)));
        }
        long arrival = (long)
                group.stream().mapToLong(BoundRequest::arrivalNanos).average().orElseThrow();
        return new RequestClass(group.size(), arrival, tasks);
    }

    private static List<Option> options(List<BoundRequest> group, int number) {
        Map<Integer, double[]> sums = new TreeMap<>();
        for (BoundRequest request : group) {
            Task task = request.tasks().get(number);
            for (int i = 0; i < task.places(); i++) {
                if (task.isInTime(i)) {
                    double[] sum = sums.computeIfAbsent(task.place(i), place -> new double[3]);
                    sum[0]++;
                    sum[1] += task.workSeconds(i);
                    sum[2] += task.share() * (task.floorNanos(i) / 1e9);
                }
            }
        }
        List<Option> all = new ArrayList<>();
        sums.forEach((place, sum) -> all.add(new Option(place, sum[1] / sum[0], sum[2] / sum[0])));
        all.sort(Comparator.comparingDouble(Option::floorSeconds).thenComparingDouble(Option::workSeconds));
        return List.copyOf(all.subList(0, Math.min(MOST_OPTIONS, all.size())));
    }
}
