package org.tafsim.engine;

import java.util.Map;
import org.tafsim.kernel.random.RandomStreams;
import org.tafsim.policy.PolicyContext;
import umontreal.ssj.rng.RandomStream;

/**
 * What a policy of a run is built from.
 *
 * @param parameters its settings
 * @param streams of the run
 * @param prefix of the names of those that are its own
 */
record PolicyStreams(Map<String, String> parameters, RandomStreams streams, String prefix) implements PolicyContext {

    @Override
    public RandomStream stream(String name) {
        return streams.stream(prefix + name);
    }
}
