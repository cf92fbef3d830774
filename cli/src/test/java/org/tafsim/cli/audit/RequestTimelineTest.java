package org.tafsim.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tafsim.cli.audit.RequestTimeline.Part;
import org.tafsim.engine.NetworkSegments;
import org.tafsim.engine.Outcome;
import org.tafsim.engine.RequestRecord;

/** Parts by hand: sent at 100, up in 1 + 20 + 5 + 2, held for 7, at the replica at 135. */
class RequestTimelineTest {

    private static final NetworkSegments NETWORK = new NetworkSegments(1, 20, 5, 2, 3, 5, 10);

    private static RequestRecord request(Outcome outcome, long reached, long admitted, long first, long end) {
        return new RequestRecord(
                0, -1, 0, "app", "here", "hall", outcome, true, 9, 9, 100, reached, admitted, first, end, 0, NETWORK);
    }

    @Test
    void aWholeAnswerHasAllPartsAndTheyAddUp() {
        RequestTimeline timeline = RequestTimeline.of(request(Outcome.COMPLETED, 135, 150, 250, 400));

        assertThat(timeline.parts())
                .containsExactly(
                        new Part("connect", 1),
                        new Part("radio up", 20),
                        new Part("fiber up", 5),
                        new Part("links up", 2),
                        new Part("held", 7),
                        new Part("queue", 15),
                        new Part("prefill, decode to first token", 82),
                        new Part("decode", 150),
                        new Part("links down", 3),
                        new Part("fiber down", 5),
                        new Part("radio down", 10));
        assertSum(timeline, 300);
    }

    @Test
    void aFirstTokenThatWasFasterDownThanTheLastLeavesNoPartNegative() {
        RequestTimeline timeline = RequestTimeline.of(request(Outcome.COMPLETED, 135, 150, 160, 400));

        assertThat(timeline.parts())
                .contains(new Part("prefill, decode to first token", 0), new Part("decode", 232))
                .allSatisfy(part -> assertThat(part.nanos()).isNotNegative());
        assertSum(timeline, 300);
    }

    @Test
    void whoEndsOnTheWayInLineOrBeforeTheFirstTokenHasThePartsUpToThere() {
        assertLast(request(Outcome.EXPIRED, 0, 0, 0, 140), new Part("held, or on its way", 12), 40);
        assertLast(request(Outcome.EXPIRED, 135, 0, 0, 140), new Part("queue", 5), 40);
        assertLast(request(Outcome.EXPIRED, 135, 150, 0, 190), new Part("prefill and decode, no token came", 40), 90);
    }

    private static void assertLast(RequestRecord request, Part last, long total) {
        RequestTimeline timeline = RequestTimeline.of(request);
        assertThat(timeline.parts()).endsWith(last);
        assertSum(timeline, total);
    }

    private static void assertSum(RequestTimeline timeline, long total) {
        assertThat(timeline.totalNanos()).isEqualTo(total);
        assertThat(timeline.parts().stream().mapToLong(Part::nanos).sum()).isEqualTo(total);
    }
}
