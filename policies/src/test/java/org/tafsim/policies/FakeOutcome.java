package org.tafsim.policies;

import org.tafsim.model.App;
import org.tafsim.model.Population;
import org.tafsim.policy.OutcomeView;

/** The end of {@link FakeRequest#OF_FIRST_APP}. */
public record FakeOutcome(int replicaIndex, boolean isCompleted, boolean metSlo, long timeToFirstTokenNanos)
        implements OutcomeView {

    @Override
    public App app() {
        return FakeRequest.OF_FIRST_APP.app();
    }

    @Override
    public int appIndex() {
        return FakeRequest.OF_FIRST_APP.appIndex();
    }

    @Override
    public Population population() {
        return FakeRequest.OF_FIRST_APP.population();
    }

    @Override
    public int populationIndex() {
        return FakeRequest.OF_FIRST_APP.populationIndex();
    }

    @Override
    public int promptTokens() {
        return FakeRequest.OF_FIRST_APP.promptTokens();
    }

    @Override
    public long endToEndNanos() {
        return timeToFirstTokenNanos;
    }
}
