package org.tafsim.policies;

import java.util.Arrays;
import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.RequestView;

/** A number of a replica that never changes, such as its tier: asked once, then remembered. Of one policy. */
public final class Fact implements Column {

    private final Source source;
    private double[] ofReplica = {}; // not a number where it was not asked

    /** Tells the number of a candidate. */
    @FunctionalInterface
    public interface Source {
        /** Of this candidate; never NaN. */
        double of(CandidatesView view, int candidate);
    }

    /** What this tells. */
    public Fact(Source source) {
        this.source = source;
    }

    /** Of a candidate. */
    public double of(CandidatesView view, int candidate) {
        int replica = view.replicaIndex(candidate);
        double known = replica < ofReplica.length ? ofReplica[replica] : Double.NaN;
        return Double.isNaN(known) ? learn(view, candidate, replica) : known;
    }

    @Override
    public void read(RequestView request, CandidatesView view, int[] of, int count, double[] into) {
        for (int k = 0; k < count; k++) {
            into[k] = of(view, of[k]);
        }
    }

    private double learn(CandidatesView view, int candidate, int replica) {
        int known = ofReplica.length;
        if (replica >= known) {
            ofReplica = Arrays.copyOf(ofReplica, Math.max(replica + 1, 2 * known));
            Arrays.fill(ofReplica, known, ofReplica.length, Double.NaN);
        }
        ofReplica[replica] = source.of(view, candidate);
        return ofReplica[replica];
    }
}
