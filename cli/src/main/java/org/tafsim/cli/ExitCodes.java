package org.tafsim.cli;

/** What the process returns to its caller. */
final class ExitCodes {

    /** All went well. */
    static final int OK = 0;

    /** A check failed, or the work could not be finished, as on a full disk. */
    static final int FAILED = 1;

    /** The command line is wrong. */
    static final int USAGE = 2;

    /** A scenario, an override, a trace or another input is wrong. */
    static final int INVALID_INPUT = 3;

    /** An invariant of the simulator broke, or it has another bug. */
    static final int INTERNAL = 70;

    /** Ctrl-C, as shells report it. */
    static final int INTERRUPTED = 130;

    private ExitCodes() {}
}
