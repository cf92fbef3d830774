package org.tafsim.plugins.recorded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tafsim.policy.BatchRoutingPolicy;
import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.RequestView;
import org.tafsim.policy.RoutingPolicy;
import org.tafsim.policy.WindowView;

/** Decides as was recorded, where the same is asked. */
class ReplayedPolicy implements RoutingPolicy {

    private final BufferedReader file;
    private final ChoiceHeader header;
    private long decisions;

    private ReplayedPolicy(ChoiceHeader header, BufferedReader file) {
        this.header = header;
        this.file = file;
    }

    /**
     * One that places requests together if the recorded one did.
     *
     * @throws RecordedChoiceException where the file is not of this policy and replication
     */
    static ReplayedPolicy of(String label, int replication, BufferedReader file) throws IOException {
        ChoiceHeader header = ChoiceHeader.read(file);
        header.checkIs(label, replication);
        return header.isBatch() ? new OfBatches(header, file) : new ReplayedPolicy(header, file);
    }

    private static final class OfBatches extends ReplayedPolicy implements BatchRoutingPolicy {

        private OfBatches(ChoiceHeader header, BufferedReader file) {
            super(header, file);
        }

        @Override
        public void routeAll(WindowView window, int[] choices) {
            for (int place = 0; place < window.size(); place++) {
                RequestView request = window.request(place);
                choices[place] = route(request, window.candidates());
            }
        }
    }

    @Override
    public List<String> refusalReasons() {
        return header.refusalReasons();
    }

    @Override
    public int route(RequestView request, CandidatesView candidates) {
        String line = nextLine();
        ChoiceRow asked = ChoiceRow.of(request, candidates, 0);
        if (line == null) {
            throw new RecordedChoiceException(
                    "The recorded decisions end after %d; this run asks for one more, about %s."
                            .formatted(decisions, asked.question()));
        }
        ChoiceRow row = ChoiceRow.parse(line);
        if (!row.isAbout(request, candidates)) {
            throw new RecordedChoiceException(
                    "Decision %d was about %s; this run asks about %s. Maybe the scenario or the version is another."
                            .formatted(decisions, row.question(), asked.question()));
        }
        decisions++;
        return row.choice();
    }

    /** @throws RecordedChoiceException where decisions are left */
    void checkOver() {
        if (nextLine() != null) {
            throw new RecordedChoiceException(
                    "More decisions are recorded than the %d that this run asked for. Maybe the scenario or the version is another."
                            .formatted(decisions));
        }
    }

    private @Nullable String nextLine() {
        try {
            return file.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
