package org.tafsim.plugins.process;

import java.util.List;

/**
 * What a program says once it has read who and what there is.
 *
 * @param name what it calls itself
 * @param wantsOutcomes whether to tell it how requests ended
 * @param observations what to tell it of candidates, in this order
 * @param refusalReasons for which it may send requests away
 */
record Ready(String name, boolean wantsOutcomes, List<Observation> observations, List<String> refusalReasons) {

    /** Copies. */
    Ready {
        observations = List.copyOf(observations);
        refusalReasons = List.copyOf(refusalReasons);
    }
}
