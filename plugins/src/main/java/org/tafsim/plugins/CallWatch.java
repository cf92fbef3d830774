package org.tafsim.plugins;

/**
 * Is told when a thread enters and leaves code of a plug-in: library code reads no clock, so that who embeds it must watch for those that
 * never come back. Calls do not nest, and come from any thread.
 */
public interface CallWatch {

    /** Looks away. */
    CallWatch NONE = new CallWatch() {
        @Override
        public void enter(String policy) {}

        @Override
        public void leave() {}
    };

    /**
     * The calling thread enters.
     *
     * @param policy as messages name it, with its plug-in
     */
    void enter(String policy);

    /** The calling thread is back. */
    void leave();
}
