package org.tafsim.plugins.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tafsim.model.PolicySpec;
import org.tafsim.model.Scenario;
import org.tafsim.plugins.RunRouting;
import org.tafsim.policies.external.ExternalPolicyType;
import org.tafsim.policies.external.ExternalSettings;
import org.tafsim.policy.PolicyContext;
import org.tafsim.policy.RoutingPolicy;
import org.tafsim.policy.RoutingPolicyType;
import umontreal.ssj.rng.RandomStream;

/**
 * Starts the program of an external policy for each run, and ends it with the run.
 *
 * @param others routes by all other policies
 * @param scenario that is run
 * @param folder of the scenario: programs are started there
 * @param notices takes, from any thread, what programs write to their standard error, and warnings; a line each
 */
public record ExternalRouting(RunRouting others, Scenario scenario, Path folder, Consumer<String> notices)
        implements RunRouting {

    @Override
    public Opened open(PolicySpec policy, int replication) throws IOException {
        if (!policy.type().equals(ExternalPolicyType.ID)) {
            return others.open(policy, replication);
        }
        ExternalSettings settings = ExternalSettings.of(new Plain(policy.parameters()));
        ExternalPolicy started = ExternalPolicy.start(scenario, policy, replication, settings, folder, notices);
        return new Started(started, settings);
    }

    private record Started(ExternalPolicy policy, ExternalSettings settings) implements Opened, RoutingPolicyType {

        @Override
        public RoutingPolicyType type() {
            return this;
        }

        @Override
        public String id() {
            return ExternalPolicyType.ID;
        }

        @Override
        public String rule() {
            return ExternalPolicyType.TYPE.rule();
        }

        @Override
        public String source() {
            return ExternalPolicyType.TYPE.source();
        }

        @Override
        public List<String> parameterNames() {
            return ExternalPolicyType.TYPE.parameterNames();
        }

        @Override
        public RoutingPolicy create(PolicyContext context) {
            settings.fallback().ifPresent(type -> policy.fallBackTo(type.create(new WithoutParameters(context))));
            return policy;
        }

        @Override
        public void close() {
            policy.close();
        }
    }

    /** Settings alone. */
    private record Plain(Map<String, String> parameters) implements PolicyContext {
        @Override
        public RandomStream stream(String name) {
            throw new IllegalStateException("An external policy draws from no stream (%s).".formatted(name));
        }
    }

    /** The usual settings, and the streams of another context. */
    private record WithoutParameters(PolicyContext inner) implements PolicyContext {
        @Override
        public Map<String, String> parameters() {
            return Map.of();
        }

        @Override
        public RandomStream stream(String name) {
            return inner.stream(name);
        }
    }
}
