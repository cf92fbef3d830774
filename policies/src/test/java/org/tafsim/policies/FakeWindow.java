package org.tafsim.policies;

import java.util.List;
import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.RequestView;
import org.tafsim.policy.WindowView;

/** Requests that all have the same candidates. */
record FakeWindow(List<? extends RequestView> requests, CandidatesView candidates) implements WindowView {

    @Override
    public int size() {
        return requests.size();
    }

    @Override
    public RequestView request(int place) {
        return requests.get(place);
    }
}
