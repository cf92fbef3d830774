package org.tafsim.experiment.slurm;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Watches the sweep's folder fill, until all is there or Slurm has nothing left that could add to it. */
final class ArrayFollower {

    /** For how long a scheduler may not answer, as one does that is restarted. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** What a shared file system may take to show the last files. */
    private static final Duration SETTLING = Duration.ofSeconds(5);

    /** What elements may take to end when all tasks are done. */
    private static final Duration FAREWELL = Duration.ofSeconds(30);

    private final Slurm slurm;
    private final String name;
    private final Outstanding outstanding;
    private final Pause pause;
    private final ArrayWatcher watcher;

    private final Backoff backoff = new Backoff();
    private final List<String> toldReasons = new ArrayList<>();
    private Duration silence = Duration.ZERO;

    ArrayFollower(Slurm slurm, String name, Outstanding outstanding, Pause pause, ArrayWatcher watcher) {
        this.slurm = slurm;
        this.name = name;
        this.outstanding = outstanding;
        this.pause = pause;
        this.watcher = watcher;
    }

    /** Comes back when every task is done, or no element is left. */
    void follow() throws IOException, InterruptedException {
        Optional<Outstanding.Standing> told = Optional.empty();
        while (true) {
            // The queue before the files: once it is empty, they are final.
            Optional<QueueState> queue = look();
            Outstanding.Standing standing = outstanding.standing();
            if (!told.equals(Optional.of(standing))) {
                watcher.onTasks(standing.done(), standing.all());
                backoff.reset();
                told = Optional.of(standing);
            }
            if (standing.isComplete()) {
                dismiss();
                return;
            }
            if (queue.isPresent() && queue.get().isEmpty()) {
                settle();
                return;
            }
            sleep(backoff.next());
        }
    }

    /** The queue; nothing where the scheduler does not answer for a while. */
    private Optional<QueueState> look() throws IOException, InterruptedException {
        try {
            QueueState queue = slurm.queue(name);
            silence = Duration.ZERO;
            tellHeld(queue);
            return Optional.of(queue);
        } catch (IOException e) {
            if (e.getCause() instanceof MissingProgramException || silence.compareTo(PATIENCE) >= 0) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private void tellHeld(QueueState queue) {
        for (String reason : queue.held()) {
            if (!toldReasons.contains(reason)) {
                toldReasons.add(reason);
                watcher.onNote("Slurm holds elements of the array: %s. Maybe see: scontrol show job; scontrol release"
                        .formatted(reason));
            }
        }
    }

    /** Elements that end by themselves may; those that have nothing to do any more need not start. */
    private void dismiss() throws IOException, InterruptedException {
        Duration waited = Duration.ZERO;
        Optional<QueueState> queue = look();
        while (queue.map(state -> state.running() > 0).orElse(true) && waited.compareTo(FAREWELL) < 0) {
            Duration next = Duration.ofMillis(500);
            pause.pause(next);
            waited = waited.plus(next);
            queue = look();
        }
        if (queue.map(state -> !state.isEmpty()).orElse(false)) {
            slurm.cancel(name);
        }
    }

    private void settle() throws IOException, InterruptedException {
        pause.pause(SETTLING);
        Outstanding.Standing standing = outstanding.standing();
        watcher.onTasks(standing.done(), standing.all());
    }

    private void sleep(Duration time) throws InterruptedException {
        pause.pause(time);
        silence = silence.plus(time);
    }
}
