package org.tafsim.report.serve;

import org.tafsim.experiment.Better;

/** Which end of a metric is good, as pages call it. */
final class Directions {

    private Directions() {}

    static String word(Better better) {
        return switch (better) {
            case HIGHER -> "more";
            case LOWER -> "less";
            case NEITHER -> "none";
        };
    }
}
