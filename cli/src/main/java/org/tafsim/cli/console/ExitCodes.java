package org.tafsim.cli.console;

/** What the process returns to its caller. */
public final class ExitCodes {

    /** All went well. */
    public static final int OK = 0;

    /** A check failed, or the work could not be finished, as on a full disk. */
    public static final int FAILED = 1;

    /** The command line is wrong. */
    public static final int USAGE = 2;

    /** A scenario, an override, a trace or another input is wrong. */
    public static final int INVALID_INPUT = 3;

    /** A package of results is not what it says, or its results do not come out again. */
    public static final int MISMATCH = 4;

    /** A cluster should run the command again: it was stopped before it was done. */
    public static final int RETRY = 75;

    /** An invariant of the simulator broke, or it has another bug. */
    public static final int INTERNAL = 70;

    /** Ctrl-C, as shells report it. */
    public static final int INTERRUPTED = 130;

    private ExitCodes() {}
}
