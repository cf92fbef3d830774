package org.tafsim.cell;

/** Learns that a cell has carried a transfer. Called at that instant of simulated time. */
@FunctionalInterface
public interface SentListener {

    /**
     * The last byte has been sent.
     *
     * @param transfer as given to {@link Cells#enter}
     */
    void onSent(int transfer);
}
