package org.tafsim.experiment.slurm;

import java.io.IOException;

/** Slurm cannot do what was asked; the message says what, and what may help. */
public final class SlurmException extends IOException {

    SlurmException(String message) {
        super(message);
    }

    SlurmException(String message, Throwable cause) {
        super(message, cause);
    }
}
