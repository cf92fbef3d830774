package org.tafsim.workload;

import org.tafsim.kernel.random.KeyedDraws;
import org.tafsim.kernel.random.RandomStreams;
import org.tafsim.model.App;

/** The uniform draws that every request of an application brings along, by its sequence number. */
final class RequestDraws {
    private static final int POPULATION = 0;
    private static final int PROMPT_VALUE = 1;
    private static final int PROMPT_PART = 2;
    private static final int OUTPUT_VALUE = 3;
    private static final int OUTPUT_PART = 4;

    private final KeyedDraws draws;

    RequestDraws(RandomStreams streams, App app) {
        draws = streams.keyed(RequestSource.requestDraws(app));
    }

    int population(Senders senders, long sequence) {
        return senders.at(draws.uniform(sequence, POPULATION));
    }

    int promptTokens(LengthSampler prompt, long sequence) {
        return prompt.tokens(draws.uniform(sequence, PROMPT_VALUE), draws.uniform(sequence, PROMPT_PART));
    }

    int outputTokens(LengthSampler output, long sequence) {
        return output.tokens(draws.uniform(sequence, OUTPUT_VALUE), draws.uniform(sequence, OUTPUT_PART));
    }
}
