package org.tafsim.experiment.measured;

import java.util.Optional;

/**
 * One figure of the network beside what the model says.
 *
 * @param table which it belongs to, e.g. {@code radio access}
 * @param name what was measured, e.g. {@code slotted-sa-private, up}
 * @param quantity e.g. {@code median, ms}
 * @param figures both, where there is one of each
 * @param error of the model
 */
public record NetworkRow(String table, String name, String quantity, Optional<Figures> figures, Miss error) {

    /** What was measured or stated, and what the model says, in the unit of the quantity. */
    public record Figures(double measured, double predicted) {}

    /**
     * How far off.
     *
     * @param size in the unit
     * @param unit {@code %} for a share of what was measured, or that of the quantity
     * @param bound that its size must not exceed; empty where none was set
     */
    public record Miss(double size, String unit, Optional<Double> bound) {

        /** Whether it exceeds its bound. */
        public boolean isBroken() {
            return bound.isPresent() && !(Math.abs(size) <= bound.get()); // not a number is broken, too
        }
    }

    /** A row whose error is a share of what was measured (%). */
    static NetworkRow relative(
            String table, String name, String quantity, double measured, double predicted, Optional<Double> bound) {
        Miss error = new Miss(100 * (predicted / measured - 1), "%", bound);
        return new NetworkRow(table, name, quantity, Optional.of(new Figures(measured, predicted)), error);
    }

    /** Where it stands: {@code within}, {@code OUTSIDE}, or a dash where there is no bound. */
    public String verdict() {
        return error.bound().isEmpty() ? "–" : error.isBroken() ? "OUTSIDE" : "within";
    }
}
