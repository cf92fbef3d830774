package org.tafsim.experiment.measured;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.zip.CRC32;
import org.tafsim.model.ReplicaSpec;
import org.tafsim.model.StepConstants;

/**
 * A time that others measured.
 *
 * @param source whose
 * @param quantity what it is
 * @param engine that served, e.g. {@code vllm}
 * @param replica as the model has it
 * @param load on it
 * @param seconds measured, positive
 */
public record Measurement(
        String source, Quantity quantity, String engine, ReplicaSpec replica, Load load, double seconds) {

    private static final StepConstants PEAKS =
            new StepConstants("peaks", 1, 1, 1, 1, 50, 0, 0, 0, 0, 0, 0, 1, "what the hardware's data sheet says");

    /** Checks. */
    public Measurement {
        if (!(seconds > 0)) {
            throw new IllegalArgumentException(
                    "%s, %s: what was measured (%s s) must be positive.".formatted(source, load.label(), seconds));
        }
    }

    /** What was measured where, without the result: repetitions have it in common. */
    public String configuration() {
        return "%s, %s, %s, %d x %s, %s, %s"
                .formatted(
                        source,
                        quantity.label(),
                        replica.model().id(),
                        replica.tensorParallel(),
                        replica.accelerator().id(),
                        engine,
                        load.label());
    }

    /** Whether constants may be fitted to it; the others, about half, judge the fit. Repetitions are on one side. */
    public boolean isForFitting() {
        CRC32 hash = new CRC32();
        hash.update(configuration().getBytes(UTF_8));
        return (hash.getValue() >>> 16 & 1) == 0;
    }

    /** What the model says (s). */
    public double predictedSeconds() {
        return load.seconds(replica);
    }

    /**
     * What the hardware's peaks allow at best (s): everything overlaps, nothing waits. Whatever was measured below it was not
     * measured on this load.
     */
    public double leastSeconds() {
        return with(PEAKS).predictedSeconds();
    }

    /** The same, with other constants of the engine. */
    public Measurement with(StepConstants constants) {
        ReplicaSpec other = new ReplicaSpec(
                replica.id(),
                replica.siteId(),
                replica.model(),
                replica.accelerator(),
                replica.parallelism(),
                replica.precision(),
                replica.limits(),
                constants);
        return new Measurement(source, quantity, engine, other, load, seconds);
    }
}
