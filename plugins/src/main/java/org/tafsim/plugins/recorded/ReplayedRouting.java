package org.tafsim.plugins.recorded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.tafsim.model.PolicySpec;
import org.tafsim.plugins.RunRouting;
import org.tafsim.policies.ShippedType;
import org.tafsim.policy.RoutingPolicyType;

/**
 * Decides as was recorded, where it was; all other runs go to policies. Nothing of what decided then is needed, and no random number is
 * drawn.
 *
 * @param recorded has the files
 * @param others routes the other runs
 */
public record ReplayedRouting(Files recorded, RunRouting others) implements RunRouting {

    /** Where decisions come from. */
    @FunctionalInterface
    public interface Files {

        /** Nothing was recorded. */
        Files NONE = (policy, replication) -> Optional.empty();

        /** Opens the file of one run; empty where its decisions were not recorded. */
        Optional<InputStream> open(PolicySpec policy, int replication) throws IOException;
    }

    @Override
    public Opened open(PolicySpec policy, int replication) throws IOException {
        Optional<InputStream> file = recorded.open(policy, replication);
        if (file.isEmpty()) {
            return others.open(policy, replication);
        }
        BufferedReader lines = new BufferedReader(new InputStreamReader(file.get(), StandardCharsets.UTF_8), 1 << 16);
        try {
            return new Replayed(policy, ReplayedPolicy.of(policy.label(), replication, lines), lines);
        } catch (RecordedChoiceException e) {
            lines.close();
            throw new IOException("The file of recorded decisions %s.".formatted(e.getMessage()), e);
        }
    }

    private record Replayed(PolicySpec policy, ReplayedPolicy replay, BufferedReader file) implements Opened {

        @Override
        public RoutingPolicyType type() {
            return new ShippedType(
                    policy.type(),
                    "What was recorded.",
                    "a run before",
                    List.copyOf(policy.parameters().keySet()),
                    context -> replay);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }

        @Override
        public void checkOver() throws IOException {
            try {
                replay.checkOver();
            } catch (RecordedChoiceException e) {
                throw new IOException(e.getMessage(), e);
            }
        }
    }
}
