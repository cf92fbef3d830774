package org.tafsim.experiment.analysis;

import java.util.ArrayList;
import java.util.List;

/**
 * Runs the replications a procedure asks for, in whatever order and on as many cores as there are. The same replication
 * of different systems may use common random numbers.
 */
@FunctionalInterface
public interface Sampler {

    /**
     * Runs replications.
     *
     * @param demands never a replication that was asked for before
     * @return for each demand its values, in order of replications, all finite
     */
    List<double[]> sample(List<Demand> demands);

    /** One value at a time. */
    @FunctionalInterface
    interface Simulation {

        /** What a system gives in a replication. */
        double run(int system, int replication);
    }

    /** Runs one replication after the other. */
    static Sampler of(Simulation simulation) {
        return demands -> {
            List<double[]> values = new ArrayList<>();
            for (Demand demand : demands) {
                double[] ofDemand = new double[demand.size()];
                for (int i = 0; i < ofDemand.length; i++) {
                    ofDemand[i] = simulation.run(demand.system(), demand.from() + i);
                }
                values.add(ofDemand);
            }
            return values;
        };
    }
}
