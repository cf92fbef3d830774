package org.tafsim.experiment.slurm;

import java.util.List;
import java.util.Locale;

/**
 * Elements that Slurm still knows.
 *
 * @param waiting pending elements
 * @param running elements that run, or come to their end
 * @param held why elements are held that will not start by themselves; empty where there are none
 */
record QueueState(int waiting, int running, List<String> held) {

    QueueState {
        held = List.copyOf(held);
    }

    /**
     * Reads what squeue says, one element a line: state, bar, reason.
     *
     * @param lines of {@code --format=%T|%r}
     */
    static QueueState of(List<String> lines) {
        int waiting = 0;
        for (String line : lines) {
            waiting += line.startsWith("PENDING|") || line.startsWith("REQUEUE") ? 1 : 0;
        }
        List<String> held = lines.stream()
                .map(line -> line.substring(line.indexOf('|') + 1))
                .filter(QueueState::isHeld)
                .distinct()
                .sorted()
                .toList();
        return new QueueState(waiting, lines.size() - waiting, held);
    }

    private static boolean isHeld(String reason) {
        return reason.toLowerCase(Locale.ROOT).contains("held") || reason.equals("BadConstraints");
    }

    boolean isEmpty() {
        return waiting + running == 0;
    }
}
