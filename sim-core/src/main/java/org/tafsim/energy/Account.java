package org.tafsim.energy;

/**
 * What accelerators used over some time, by their state. Adds up.
 *
 * @param busy while iterations ran
 * @param idle the rest of the time
 */
public record Account(Consumption busy, Consumption idle) {

    /** Of no accelerator. */
    public static final Account NONE = new Account(Consumption.NONE, Consumption.NONE);

    /** Both together. */
    public Account plus(Account other) {
        return new Account(busy.plus(other.busy), idle.plus(other.idle));
    }

    /** Busy and idle. */
    public Consumption total() {
        return busy.plus(idle);
    }
}
