package org.tafsim.cli.console;

import java.util.ArrayList;
import picocli.CommandLine.Option;

/** Whether and how a command tells how far it is; on the error stream, so that results stay clean. */
public final class ProgressOption {

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress.")
    private boolean isQuiet;

    @Option(
            names = "--progress",
            paramLabel = "FORMAT",
            converter = FormatWords.class,
            completionCandidates = FormatNames.class,
            description =
                    "How to tell progress on standard error: ${COMPLETION-CANDIDATES} (a line for each run that ends; "
                            + "default: auto).")
    private Format format = Format.AUTO;

    enum Format {
        AUTO,
        JSON
    }

    static final class FormatWords extends Words<Format> {
        FormatWords() {
            super(Format.class);
        }
    }

    static final class FormatNames extends ArrayList<String> {
        FormatNames() {
            super(Words.all(Format.class));
        }
    }

    public boolean isQuiet() {
        return isQuiet;
    }

    /** Begins to tell. */
    public ProgressDisplay display(Terminal terminal) {
        if (isQuiet || format == Format.AUTO) {
            return ProgressDisplay.of(terminal, isQuiet);
        }
        return new ProgressEvents(terminal.err());
    }
}
