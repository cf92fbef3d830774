package org.tafsim.experiment.slurm;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs what a sweep folder lacks as Slurm arrays: submits, follows, and submits again what was lost on the way.
 *
 * <p>Elements may die, run twice or outlive their node: the task verb makes that harmless, and only the folder's files say what
 * is done. An array of the same name that is still in the queue is followed instead of submitted again.
 */
public final class ArraySweep {

    private final Slurm slurm;
    private final String name;
    private final Path sweep;
    private final SlurmOptions options;
    private final Outstanding outstanding;
    private final ArraySubmitter submitter;
    private final ArrayFollower follower;
    private final ArrayLogs logs;
    private final ArrayWatcher watcher;

    /**
     * A sweep on this machine's Slurm.
     *
     * @param shell runs Slurm's commands
     * @param place where the arrays' files go, and what they are called
     * @param task the task verb with all its arguments but {@code --points}
     * @param outstanding what is missing
     */
    public ArraySweep(
            Shell shell,
            Pause pause,
            ArrayPlace place,
            SlurmOptions options,
            List<String> task,
            Outstanding outstanding,
            ArrayWatcher watcher) {
        this.slurm = new Slurm(shell);
        this.name = place.name();
        this.sweep = place.sweep();
        this.options = options;
        this.outstanding = outstanding;
        this.watcher = watcher;
        this.logs = new ArrayLogs(place.folder());
        this.submitter = new ArraySubmitter(slurm, options, place, task);
        this.follower = new ArrayFollower(slurm, name, outstanding, pause, watcher);
    }

    /**
     * Comes back when nothing is outstanding.
     *
     * @throws SlurmException where Slurm refuses, or elements end without bringing anything forward
     * @throws InterruptedException on Ctrl-C, when the array was left or canceled as the options say
     */
    public void run() throws IOException, InterruptedException {
        if (!slurm.queue(name).isEmpty()) {
            watcher.onNote("An array of this sweep is in the queue already: following it.");
            follow();
        } else {
            outstanding.forgetFailures();
        }
        int done = outstanding.standing().done();
        List<Integer> missing = outstanding.points();
        for (int round = 1; !missing.isEmpty(); round++) {
            if (round > options.submissions()) {
                throw new SlurmException("%s points are still missing after %s submissions. %s"
                        .formatted(missing.size(), options.submissions(), logs.lastWords()));
            }
            submit(missing);
            follow();
            missing = outstanding.points();
            int before = done;
            done = outstanding.standing().done();
            if (done == before && !missing.isEmpty()) {
                throw new SlurmException("The array ended, but brought no task forward. " + logs.lastWords());
            }
        }
    }

    private void submit(List<Integer> missing) throws IOException, InterruptedException {
        List<String> ids = submitter.submit(missing);
        watcher.onNote("Submitted %s points as array %s.".formatted(missing.size(), String.join(", ", ids)));
    }

    private void follow() throws IOException, InterruptedException {
        try {
            follower.follow();
        } catch (InterruptedException e) {
            leave();
            throw e;
        }
    }

    private void leave() throws IOException, InterruptedException {
        if (options.onInterrupt() == SlurmOptions.OnInterrupt.CANCEL) {
            slurm.cancel(name);
            watcher.onNote("The array was canceled.");
        } else {
            watcher.onNote(
                    "The array runs on. Follow it: tafsim sweep resume --engine slurm %s\nCancel it: scancel --me --name=%s"
                            .formatted(sweep, name));
        }
    }
}
