package org.tafsim.workload;

import org.tafsim.model.PromptText;

/** What a request is, as it leaves its user. */
public interface RequestFacts {

    /** Number of the request within its application, from 0. */
    long sequence();

    /** Scenario index of the population that sends it. */
    int populationIndex();

    /** Its prompt (tokens), at least 1. */
    int promptTokens();

    /** Its answer (tokens), at least 1. */
    int outputTokens();

    /** What its prompt says, as far as another may begin alike. */
    default PromptText promptText() {
        return PromptText.UNKNOWN;
    }
}
