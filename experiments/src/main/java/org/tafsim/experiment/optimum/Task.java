package org.tafsim.experiment.optimum;

import java.util.ArrayList;
import java.util.List;
import org.tafsim.engine.RequestDemand;
import org.tafsim.engine.StageDemand;
import org.tafsim.model.Slo;

/**
 * Work of a request that some place does between its arrival and a deadline, and what time that costs.
 *
 * @param stage whose work
 * @param part of it
 * @param share of the request's latency that this task stands for; 0 where latency is not asked for
 * @param isUntilFirst whether it is of use for the request's first token alone; else for its last
 * @param deadlineNanos latest, from arrival (ns); {@link Long#MAX_VALUE} for the end of the run
 */
record Task(StageDemand stage, Part part, double share, boolean isUntilFirst, long deadlineNanos) {

    private static final long NEVER = Long.MAX_VALUE;

    /** Which of a stage's work. */
    enum Part {
        /** Until its first token. */
        FIRST,
        /** After that. */
        LATER,
        /** All. */
        WHOLE
    }

    int places() {
        return stage.places().length;
    }

    int place(int i) {
        return stage.places()[i];
    }

    /** Least latency of the request when it is done at a place (ns). */
    long floorNanos(int i) {
        return isUntilFirst ? stage.ttftNanos()[i] : stage.endNanos()[i];
    }

    /** Whether it can be done at a place in time. */
    boolean isInTime(int i) {
        return floorNanos(i) <= deadlineNanos;
    }

    /** Time of a replica (s). */
    double workSeconds(int i) {
        return switch (part) {
            case FIRST -> stage.firstSeconds()[i];
            case LATER -> stage.laterSeconds()[i];
            case WHOLE -> stage.firstSeconds()[i] + stage.laterSeconds()[i];
        };
    }

    /** Tasks of a request whose arrival is certain; none where it cannot be served, or not keep its promise. */
    static List<Task> of(Objective objective, RequestDemand request, Slo slo) {
        if (request.stages().isEmpty()) {
            return List.of();
        }
        return switch (objective) {
            case END_TO_END ->
                latency(request.stages(), Part.WHOLE, request.stages().size());
            case FIRST_TOKEN ->
                latency(
                        request.stages(),
                        Part.FIRST,
                        Math.max(1, request.stages().size() - 1));
            case PROMISES_KEPT -> promises(request, slo);
        };
    }

    private static List<Task> latency(List<StageDemand> stages, Part part, int count) {
        List<Task> tasks = new ArrayList<>();
        for (StageDemand stage : stages.subList(0, count)) {
            tasks.add(new Task(stage, part, 1.0 / count, part == Part.FIRST, NEVER));
        }
        return tasks;
    }

    private static List<Task> promises(RequestDemand request, Slo slo) {
        long end = endDeadline(slo, request.outputTokens());
        long first = Math.min(end, slo.timeToFirstTokenNanos().orElse(NEVER));
        if (request.ttftNanos() > first || request.endNanos() > end) {
            return List.of();
        }
        List<Task> tasks = new ArrayList<>();
        List<StageDemand> stages = request.stages();
        for (int i = 0; i < stages.size(); i++) {
            StageDemand stage = stages.get(i);
            if (stages.size() == 1) {
                tasks.add(new Task(stage, Part.FIRST, 0, true, first));
                tasks.add(new Task(stage, Part.LATER, 0, false, end));
            } else {
                boolean isBefore = i < stages.size() - 2;
                tasks.add(new Task(stage, Part.WHOLE, 0, isBefore, isBefore ? first : end));
            }
        }
        return tasks;
    }

    /** Latest time of the last token of a request that keeps its promise (ns after arrival). */
    static long endDeadline(Slo slo, int outputTokens) {
        long end = slo.endToEndNanos().orElse(NEVER);
        if (slo.timeToFirstTokenNanos().isPresent()
                && slo.timePerOutputTokenNanos().isPresent()) {
            long gap = slo.timePerOutputTokenNanos().getAsLong() + 1; // means are rounded down
            end = Math.min(end, slo.timeToFirstTokenNanos().getAsLong() + (outputTokens - 1) * gap);
        }
        return end;
    }
}
