package org.tafsim.policy;

import org.tafsim.model.App;
import org.tafsim.model.Population;
import org.tafsim.model.PromptText;

/** A request as a controller sees it when it arrives. Its output length is not known to anybody yet. */
public interface RequestView {

    /** The application. */
    App app();

    /** Scenario index of the application. */
    int appIndex();

    /** Who sent it. */
    Population population();

    /** Scenario index of the population. */
    int populationIndex();

    /**
     * Its number, which no other request of its application has; the same under each policy where random numbers are common.
     */
    default long number() {
        return 0;
    }

    /** The time (ns); the run begins at 0. */
    default long nowNanos() {
        return 0;
    }

    /** When it arrived (ns). */
    default long arrivalNanos() {
        return nowNanos();
    }

    /** Hour of the day, in [0, 24). */
    default double hourOfDay() {
        return 0;
    }

    /** Length of the prompt (tokens). */
    int promptTokens();

    /** What the prompt says, as far as another one may begin alike: what prefix caches go by. Nothing where that is not known. */
    default PromptText promptText() {
        return PromptText.UNKNOWN;
    }

    /** A number of the session that it is a request of, which no other session of the run has; -1 where it stands alone. */
    default long session() {
        return -1;
    }

    /** Scenario index of the replica that served the session's last request; -1 where there is none. */
    default int sessionReplica() {
        return -1;
    }
}
