package org.tafsim.plugins.recorded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import org.tafsim.policy.BatchRoutingPolicy;
import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.OutcomeView;
import org.tafsim.policy.RequestView;
import org.tafsim.policy.RoutingPolicy;
import org.tafsim.policy.WindowView;

/** Writes down what another policy decides. */
class RecordingPolicy implements RoutingPolicy {

    private final RoutingPolicy policy;
    private final Writer file;

    private RecordingPolicy(RoutingPolicy policy, String label, int replication, Writer file) {
        this.policy = policy;
        this.file = file;
        write(new ChoiceHeader(label, replication, policy instanceof BatchRoutingPolicy, policy.refusalReasons())
                .line());
    }

    /** One that places requests together if the other does. */
    static RoutingPolicy of(RoutingPolicy policy, String label, int replication, Writer file) {
        return policy instanceof BatchRoutingPolicy batch
                ? new OfBatches(batch, label, replication, file)
                : new RecordingPolicy(policy, label, replication, file);
    }

    private static final class OfBatches extends RecordingPolicy implements BatchRoutingPolicy {

        private final BatchRoutingPolicy batch;

        private OfBatches(BatchRoutingPolicy batch, String label, int replication, Writer file) {
            super(batch, label, replication, file);
            this.batch = batch;
        }

        @Override
        public void routeAll(WindowView window, int[] choices) {
            batch.routeAll(window, choices);
            for (int place = 0; place < window.size(); place++) {
                RequestView request = window.request(place);
                write(ChoiceRow.of(request, window.candidates(), choices[place]).line());
            }
        }
    }

    @Override
    public List<String> refusalReasons() {
        return policy.refusalReasons();
    }

    @Override
    public int route(RequestView request, CandidatesView candidates) {
        int choice = policy.route(request, candidates);
        write(ChoiceRow.of(request, candidates, choice).line());
        return choice;
    }

    @Override
    public void onOutcome(OutcomeView outcome) {
        policy.onOutcome(outcome);
    }

    final void write(String line) {
        try {
            file.write(line);
            file.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
