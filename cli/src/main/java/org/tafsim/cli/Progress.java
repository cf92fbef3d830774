package org.tafsim.cli;

/** Tells people how far a long command is; on the error stream, so that results stay clean. */
interface Progress extends AutoCloseable {

    /** Says nothing. */
    Progress NONE = new Progress() {
        @Override
        public void step() {}

        @Override
        public void close() {}
    };

    /** One more unit of work is done. Called by any thread. */
    void step();

    /** Leaves the line. */
    @Override
    void close();

    /**
     * A bar with an estimate of the time left on a terminal, else a line now and then.
     *
     * @param units of work there are
     * @param noun of a unit, in the plural
     */
    static Progress of(Terminal terminal, boolean isQuiet, int units, String noun) {
        if (isQuiet) {
            return NONE;
        }
        return terminal.isErrTerminal()
                ? new ProgressBarOnTerminal(units, noun)
                : new ProgressLines(terminal.err(), units, noun, System::nanoTime);
    }
}
