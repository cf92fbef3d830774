package org.tafsim.experiment.slurm;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import org.tafsim.experiment.Progress;
import org.tafsim.experiment.sweep.SweepFolder;
import org.tafsim.experiment.sweep.TaskKey;

/** Runs the missing tasks of a sweep on a Slurm cluster; see docs/slurm.md. */
public final class SlurmSweep {

    private final SweepFolder folder;
    private final SlurmOptions options;
    private final List<String> verb;
    private final Shell shell;
    private final Notes notes;

    /** Is told what the user should know, a sentence at a time. */
    @FunctionalInterface
    public interface Notes {
        /** One sentence. */
        void say(String note);
    }

    /**
     * A sweep on the cluster of this machine.
     *
     * @param verb {@code tafsim task} with all arguments but {@code --points}, as the nodes call it
     * @param shell runs Slurm's commands
     */
    public SlurmSweep(SweepFolder folder, SlurmOptions options, List<String> verb, Shell shell, Notes notes) {
        this.folder = folder;
        this.options = options;
        this.verb = List.copyOf(verb);
        this.shell = shell;
        this.notes = notes;
    }

    /**
     * Runs until nothing is missing but what failed.
     *
     * @param points to work on
     * @return tasks that failed in every attempt, with the reason
     * @throws SlurmException where Slurm refuses, or elements end without bringing anything forward
     * @throws InterruptedException on Ctrl-C, when the array was left or canceled as the options say
     */
    public SortedMap<TaskKey, Throwable> run(Collection<Integer> points, Progress progress)
            throws IOException, InterruptedException {
        SweepOutstanding outstanding = new SweepOutstanding(folder, points);
        ArrayWatcher watcher = new ArrayWatcher() {
            @Override
            public void onTasks(int done, int all) {
                progress.onProgress(done, all, "");
            }

            @Override
            public void onNote(String note) {
                notes.say(note);
            }
        };
        ArrayPlace place = ArrayPlace.of(folder.path());
        new ArraySweep(shell, Pause.ofThisThread(), place, options, verb, outstanding, watcher).run();
        return outstanding.failed();
    }
}
