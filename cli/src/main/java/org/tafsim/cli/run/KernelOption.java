package org.tafsim.cli.run;

import java.util.ArrayList;
import org.tafsim.cli.console.Words;
import org.tafsim.kernel.KernelKind;
import picocli.CommandLine.Option;

/** Which kernel runs the events. */
public final class KernelOption {

    @Option(
            names = "--kernel",
            paramLabel = "KERNEL",
            defaultValue = "calendar",
            converter = Kernels.class,
            completionCandidates = Names.class,
            description =
                    "Event kernel: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}). All give the same digits.")
    private KernelKind kind = KernelKind.CALENDAR;

    public KernelKind kind() {
        return kind;
    }

    /** From their words. */
    static final class Kernels extends Words<KernelKind> {
        Kernels() {
            super(KernelKind.class);
        }
    }

    /** For help and completion. */
    static final class Names extends ArrayList<String> {
        Names() {
            super(Words.all(KernelKind.class));
        }
    }
}
