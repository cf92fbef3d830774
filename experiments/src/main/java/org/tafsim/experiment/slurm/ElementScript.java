package org.tafsim.experiment.slurm;

import java.nio.file.Path;
import java.util.List;

/** The batch script of an array's elements: each looks up its chunk and hands it to the task verb. */
final class ElementScript {

    private static final String TEXT = """
            #!/bin/sh
            # Written by tafsim. Each element of the array runs what is missing of its points; to run them again is harmless.
            # Submitted as:
            #   %s
            points=$(sed -n "$((SLURM_ARRAY_TASK_ID + 1))p" %s)
            if [ -z "$points" ]; then
                echo "element $SLURM_ARRAY_TASK_ID has no points" >&2
                exit 1
            fi
            restarts=${SLURM_RESTART_COUNT:-0}
            echo "points $points on ${SLURMD_NODENAME:-?}, restarts $restarts"
            %s
            code=$?
            # 75: try me again. Slurm ends this script while it waits, and starts it anew.
            if [ $code -eq 75 ] && [ "$restarts" -lt %d ]; then
                scontrol requeue "${SLURM_ARRAY_JOB_ID}_${SLURM_ARRAY_TASK_ID}" && sleep 60
            fi
            exit $code
            """;

    private ElementScript() {}

    /**
     * The script.
     *
     * @param submission the command that submits it, for those who read it
     * @param chunks the file with one range of points a line
     * @param task the task verb; {@code --points} and a range are put after it
     * @param requeues how often an element that asks for another try gets one
     */
    static String of(List<String> submission, Path chunks, List<String> task, int requeues) {
        String command = ShellWord.quoteAll(task) + " --points \"$points\"";
        return TEXT.formatted(ShellWord.quoteAll(submission), ShellWord.quote(chunks.toString()), command, requeues);
    }
}
