package org.tafsim.plugins.recorded;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import org.tafsim.model.PolicySpec;
import org.tafsim.plugins.BuiltType;
import org.tafsim.plugins.RunRouting;
import org.tafsim.policy.RoutingPolicyType;

/**
 * Writes down what policies decide, a file for each run.
 *
 * @param policies decide
 * @param isWanted whose decisions are kept
 * @param files takes them
 */
public record RecordedRouting(RunRouting policies, Predicate<PolicySpec> isWanted, Files files) implements RunRouting {

    /** Where decisions go. */
    @FunctionalInterface
    public interface Files {
        /** Opens the file of one run. */
        OutputStream create(PolicySpec policy, int replication) throws IOException;
    }

    @Override
    public Opened open(PolicySpec policy, int replication) throws IOException {
        if (!isWanted.test(policy)) {
            return policies.open(policy, replication);
        }
        Opened inner = policies.open(policy, replication);
        try {
            Writer file = new BufferedWriter(
                    new OutputStreamWriter(files.create(policy, replication), StandardCharsets.UTF_8), 1 << 16);
            return new Recorded(policy, replication, inner, file);
        } catch (IOException | RuntimeException e) {
            inner.close();
            throw e;
        }
    }

    private record Recorded(PolicySpec policy, int replication, Opened inner, Writer file) implements Opened {

        @Override
        public RoutingPolicyType type() {
            return new BuiltType(inner.type(), built -> RecordingPolicy.of(built, policy.label(), replication, file));
        }

        @Override
        public void checkOver() throws IOException {
            inner.checkOver();
        }

        @Override
        public void close() throws IOException {
            try (file) {
                inner.close();
            }
        }
    }
}
