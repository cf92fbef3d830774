package org.tafsim.energy;

/**
 * What accelerators used over some time, by their state. Adds up.
 *
 * @param busy while iterations ran
 * @param idle the rest of the time
 * @param ran while layer 1 of radio cells ran
 */
public record Account(Consumption busy, Consumption idle, Consumption ran) {

    /** Of no accelerator. */
    public static final Account NONE = new Account(Consumption.NONE, Consumption.NONE);

    /** Of accelerators that are AI's alone. */
    public Account(Consumption busy, Consumption idle) {
        this(busy, idle, Consumption.NONE);
    }

    /** Both together. */
    public Account plus(Account other) {
        return new Account(busy.plus(other.busy), idle.plus(other.idle), ran.plus(other.ran));
    }

    /** In all states. */
    public Consumption total() {
        return busy.plus(idle).plus(ran);
    }
}
