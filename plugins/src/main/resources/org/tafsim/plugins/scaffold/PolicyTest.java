package @package@;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tafsim.policy.RoutingPolicy;

/** Decisions worked by hand. Candidates are made by the fakes beside this file, which are yours to change. */
class @Class@Test {

    private final RoutingPolicy policy = new @Class@().create(new ScriptedStream());

    @Test
    void theNearestAtWhichFewWaitIsChosen() {
        FakeCandidates candidates = FakeCandidates.of(
                Candidate.edge().rtt(9).load(0, 0),
                Candidate.edge().rtt(4).load(4, 20),
                Candidate.edge().rtt(2).load(5, 20));

        assertEquals(1, policy.route(FakeRequest.OF_FIRST_APP, candidates));
    }

    @Test
    void whereManyWaitEverywhereTheFewestDecide() {
        FakeCandidates candidates = FakeCandidates.of(
                Candidate.edge().rtt(2).load(50, 20), Candidate.edge().rtt(9).load(8, 20));

        assertEquals(1, policy.route(FakeRequest.OF_FIRST_APP, candidates));
    }

    @Test
    void howManyAreFewIsAParameter() {
        RoutingPolicy strict = new @Class@().create(new ScriptedStream(Map.of("waiting", "0")));
        FakeCandidates candidates = FakeCandidates.of(
                Candidate.edge().rtt(9).load(0, 0), Candidate.edge().rtt(4).load(1, 0));

        assertEquals(0, strict.route(FakeRequest.OF_FIRST_APP, candidates));
    }

    @Test
    void aParameterThatIsNoNumberIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new @Class@().create(new ScriptedStream(Map.of("waiting", "few"))));
    }
}
