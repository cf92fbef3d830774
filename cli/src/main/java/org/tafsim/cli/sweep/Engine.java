package org.tafsim.cli.sweep;

import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.slurm.SlurmRun;
import org.tafsim.experiment.sweep.SweepFolder;
import org.tafsim.experiment.sweep.TaskKey;

/** Who runs the tasks of a sweep. */
enum Engine {
    /** The cores of this machine. */
    LOCAL {
        @Override
        SortedMap<TaskKey, Throwable> run(
                SweepFolder folder, List<Integer> points, Terminal terminal, SweepOptions options)
                throws IOException, InterruptedException {
            SweepRun.checkExternal(folder.plan(), options.external());
            return SweepRun.local(folder, points, options.threads(), terminal, options.progress(terminal));
        }
    },

    /** A Slurm cluster. */
    SLURM {
        @Override
        SortedMap<TaskKey, Throwable> run(
                SweepFolder folder, List<Integer> points, Terminal terminal, SweepOptions options)
                throws IOException, InterruptedException {
            SweepRun.refuseExternal(folder.plan());
            return SlurmRun.run(folder, points, options.slurm(), terminal, options.progress(terminal));
        }
    };

    /**
     * Runs what is missing of some points.
     *
     * @return tasks that failed for good, with the reason
     */
    abstract SortedMap<TaskKey, Throwable> run(
            SweepFolder folder, List<Integer> points, Terminal terminal, SweepOptions options)
            throws IOException, InterruptedException;
}
