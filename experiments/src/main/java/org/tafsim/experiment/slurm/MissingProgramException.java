package org.tafsim.experiment.slurm;

import java.io.IOException;

/** There is no such program on this machine. */
public final class MissingProgramException extends IOException {

    private final String program;

    MissingProgramException(String program, IOException cause) {
        super("There is no " + program + " on this machine.", cause);
        this.program = program;
    }

    /** The name that was looked for. */
    public String program() {
        return program;
    }
}
