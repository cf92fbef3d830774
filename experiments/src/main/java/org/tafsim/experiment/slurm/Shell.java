package org.tafsim.experiment.slurm;

import java.io.IOException;
import java.util.List;

/** Where commands run: this machine, or a stage set by a test. */
public interface Shell {

    /**
     * Runs a command to its end.
     *
     * @param command the program and its arguments, each as it is: nothing is expanded
     * @throws MissingProgramException where there is no such program
     * @throws IOException where it cannot be run, or does not end in time
     */
    Answer run(List<String> command) throws IOException, InterruptedException;

    /**
     * What a command said.
     *
     * @param exitCode 0 where it went well
     * @param out standard output
     * @param err standard error
     */
    record Answer(int exitCode, String out, String err) {

        /** Whether it went well. */
        public boolean isOk() {
            return exitCode == 0;
        }

        /** What there is to say about a failure, in one line. */
        public String complaint() {
            String text = (err.isBlank() ? out : err).strip().replaceAll("\\s*\\R\\s*", " / ");
            return text.isEmpty() ? "it ended with exit code " + exitCode : text;
        }
    }
}
