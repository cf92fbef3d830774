package org.tafsim.plugins;

import java.util.Map;
import org.tafsim.policy.PolicyContext;
import umontreal.ssj.rng.RandomStream;

/** Without parameters or draws. */
enum NoContext implements PolicyContext {
    INSTANCE;

    @Override
    public Map<String, String> parameters() {
        return Map.of();
    }

    @Override
    public RandomStream stream(String name) {
        throw new UnsupportedOperationException();
    }
}
