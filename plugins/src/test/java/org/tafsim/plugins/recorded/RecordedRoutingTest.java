package org.tafsim.plugins.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tafsim.model.PolicySpec;
import org.tafsim.plugins.RunRouting;
import org.tafsim.plugins.RunRouting.Opened;
import org.tafsim.plugins.process.Desk;
import org.tafsim.plugins.process.Desk.Choice;
import org.tafsim.plugins.process.Desk.Question;
import org.tafsim.plugins.process.Desk.Together;
import org.tafsim.policies.ShippedType;
import org.tafsim.policy.BatchRoutingPolicy;
import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.OutcomeView;
import org.tafsim.policy.PolicyContext;
import org.tafsim.policy.RequestView;
import org.tafsim.policy.RoutingPolicy;
import org.tafsim.policy.WindowView;
import umontreal.ssj.rng.RandomStream;

/** Decisions are written down as they are made, and made again from there, where the same is asked. */
class RecordedRoutingTest {

    private static final PolicySpec MINE = Desk.policy(Map.of());
    private static final String FILE = """
            {"format":"tafsim-choices","format_version":1,"policy":"mine","replication":3,"batch":false,"refusal_reasons":["odd","even"]}
            5,0,0,3,2
            6,0,1,3,-1
            8,0,2,2,-2
            """;

    private final List<String> heard = new ArrayList<>();
    private final ByteArrayOutputStream file = new ByteArrayOutputStream();

    @Test
    void everyDecisionIsALineAndReadBackItIsTheSame() throws IOException {
        List<Integer> first;
        try (Opened opened = recorded().open(MINE, 2)) {
            RoutingPolicy policy = built(opened);
            first = decideAll(policy);
            policy.onOutcome(new Question(0, 9));
        }
        assertThat(heard).containsExactly("outcome of 0", "closed");
        assertThat(file.toString(StandardCharsets.UTF_8)).isEqualTo(FILE);

        try (Opened opened = replayed(FILE).open(MINE, 2)) {
            RoutingPolicy policy = built(opened);
            assertThat(policy.refusalReasons()).containsExactly("odd", "even");
            assertThat(decideAll(policy)).isEqualTo(first).containsExactly(2, -1, -2);
            policy.onOutcome(new Question(0, 9));
            opened.checkOver();
        }
    }

    @Test
    void windowsAreRecordedAndReplayedAsWindows() throws IOException {
        RunRouting together =
                new RecordedRouting(opening(new LastOfEach()), policy -> true, (policy, replication) -> file);
        int[] first = new int[3];
        try (Opened opened = together.open(MINE, 2)) {
            ((BatchRoutingPolicy) built(opened)).routeAll(new Together(3, 5), first);
        }
        String text = file.toString(StandardCharsets.UTF_8);
        assertThat(text).contains("\"batch\":true").endsWith("\n5,0,0,3,2\n5,0,1,2,1\n5,0,2,3,2\n");

        int[] again = new int[3];
        try (Opened opened = replayed(text).open(MINE, 2)) {
            ((BatchRoutingPolicy) built(opened)).routeAll(new Together(3, 5), again);
            opened.checkOver();
        }
        assertThat(again).isEqualTo(first).containsExactly(2, 1, 2);
    }

    @Test
    void whoPlacesOneByOneDoesSoWhenReplayed() throws IOException {
        try (Opened recording = recorded().open(MINE, 2);
                Opened opened = replayed(FILE).open(MINE, 2)) {
            assertThat(built(recording)).isNotInstanceOf(BatchRoutingPolicy.class);
            assertThat(built(opened)).isNotInstanceOf(BatchRoutingPolicy.class);
        }
    }

    private static final class LastOfEach implements BatchRoutingPolicy {

        @Override
        public int route(RequestView request, CandidatesView candidates) {
            return candidates.size() - 1;
        }

        @Override
        public void routeAll(WindowView window, int[] choices) {
            for (int place = 0; place < window.size(); place++) {
                RequestView request = window.request(place);
                choices[place] = route(request, window.candidates());
            }
        }
    }

    @Test
    void aReplayThatIsRecordedAgainIsTheSameFileAndStillHeldToItsEnd() throws IOException {
        RunRouting again = new RecordedRouting(replayed(FILE), policy -> true, (policy, replication) -> file);
        try (Opened opened = again.open(MINE, 2)) {
            RoutingPolicy policy = built(opened);
            policy.route(new Question(0, 5), new Choice(3));
            assertThatIOException()
                    .isThrownBy(opened::checkOver)
                    .withMessageStartingWith("More decisions are recorded than the 1 that this run asked for.");
        }
        file.reset();
        try (Opened opened = again.open(MINE, 2)) {
            decideAll(built(opened));
            opened.checkOver();
        }
        assertThat(file.toString(StandardCharsets.UTF_8)).isEqualTo(FILE);
    }

    @Test
    void whoIsNotWantedIsNotRecorded() throws IOException {
        RunRouting none = new RecordedRouting(policies(), policy -> false, (policy, replication) -> {
            throw new IllegalStateException("not wanted");
        });
        try (Opened opened = none.open(MINE, 0)) {
            assertThat(decideAll(built(opened))).containsExactly(2, -1, -2);
        }
    }

    @Test
    void whatCannotBeWrittenLeavesNobodyBehind() {
        RunRouting full = new RecordedRouting(policies(), policy -> true, (policy, replication) -> {
            throw new IOException("disk full");
        });

        assertThatIOException().isThrownBy(() -> full.open(MINE, 0)).withMessage("disk full");
        assertThat(heard).containsExactly("closed");
    }

    @Test
    void whoWasNotRecordedDecidesItself() throws IOException {
        RunRouting others = new ReplayedRouting(ReplayedRouting.Files.NONE, policies());
        try (Opened opened = others.open(MINE, 0)) {
            assertThat(decideAll(built(opened))).containsExactly(2, -1, -2);
        }
        assertThat(heard).containsExactly("closed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    7 | 1 | 3 | Decision 1 was about request 1 of application 0 at 6 ns, 3 candidates; this run asks about request 1 of application 0 at 7 ns, 3 candidates.
                    6 | 2 | 3 | Decision 1 was about request 1 of application 0 at 6 ns, 3 candidates; this run asks about request 2 of application 0 at 6 ns, 3 candidates.
                    6 | 1 | 2 | Decision 1 was about request 1 of application 0 at 6 ns, 3 candidates; this run asks about request 1 of application 0 at 6 ns, 2 candidates.
                    """)
    void anotherQuestionIsNotAnsweredFromTheRecord(long nanos, long number, int candidates, String what)
            throws IOException {
        try (Opened opened = replayed(FILE).open(MINE, 2)) {
            RoutingPolicy policy = built(opened);
            policy.route(new Question(0, 5), new Choice(3));

            assertThatExceptionOfType(RecordedChoiceException.class)
                    .isThrownBy(() -> policy.route(new Question(number, nanos), new Choice(candidates)))
                    .withMessage(what + " Maybe the scenario or the version is another.");
        }
    }

    @Test
    void aRunThatAsksMoreOrLessIsAnother() throws IOException {
        try (Opened opened = replayed(FILE).open(MINE, 2)) {
            RoutingPolicy policy = built(opened);
            policy.route(new Question(0, 5), new Choice(3));
            assertThatIOException()
                    .isThrownBy(opened::checkOver)
                    .withMessageStartingWith("More decisions are recorded than the 1 that this run asked for.");
        }
        try (Opened opened = replayed(FILE).open(MINE, 2)) {
            RoutingPolicy policy = built(opened);
            decideAll(policy);
            assertThatExceptionOfType(RecordedChoiceException.class)
                    .isThrownBy(() -> policy.route(new Question(3, 9), new Choice(3)))
                    .withMessage("The recorded decisions end after 3; this run asks for one more, about request 3 of"
                            + " application 0 at 9 ns, 3 candidates.");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    `` | is empty
                    x | begins with a line that is not JSON
                    {} | is not of the format tafsim-choices
                    {"format":"tafsim-choices","format_version":2} | has the format version 2; this tafsim reads 1
                    {"format":"tafsim-choices","format_version":1,"policy":"other","replication":3} | has the decisions of policy other, replication 3
                    {"format":"tafsim-choices","format_version":1,"policy":"mine","replication":2} | has the decisions of policy mine, replication 2
                    """)
    void aFileOfSomethingElseIsToldBeforeTheRunBegins(String text, String what) {
        assertThatIOException()
                .isThrownBy(() -> replayed(text).open(MINE, 2))
                .withMessage("The file of recorded decisions %s.", what);
        assertThatIOException()
                .isThrownBy(() -> ChoiceFiles.count(stream(text), "mine", 2))
                .withMessage(what);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1,2,3,4
            1,2,3,4,5,6
            1,2,3,4,x
            1,2,3,4,4294967296
            """)
    void aLineThatIsNoDecisionIsQuoted(String line) {
        assertThatIOException()
                .isThrownBy(() -> ChoiceFiles.count(stream(FILE + line), "mine", 2))
                .withMessage("is no decision: '%s'", line);
    }

    @Test
    void decisionsAreCounted() throws IOException {
        assertThat(ChoiceFiles.count(stream(FILE), "mine", 2)).isEqualTo(3);
    }

    @Test
    void filesAreNamedByPositionAndReplication() {
        List<String> labels = List.of("nearest", "a/b");
        assertThat(ChoiceFiles.name(labels, "a/b", 0)).isEqualTo("choices/policy2-replication1.txt");
    }

    private static List<Integer> decideAll(RoutingPolicy policy) {
        return List.of(
                policy.route(new Question(0, 5), new Choice(3)),
                policy.route(new Question(1, 6), new Choice(3)),
                policy.route(new Question(2, 8), new Choice(2)));
    }

    private RunRouting recorded() {
        return new RecordedRouting(policies(), policy -> true, (policy, replication) -> file);
    }

    private static RunRouting replayed(String text) {
        return new ReplayedRouting((policy, replication) -> Optional.of(stream(text)), (policy, replication) -> {
            throw new IllegalStateException("nobody else is asked");
        });
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The last candidate for the first request; then the second is refused for one reason, the third for another. */
    private RunRouting policies() {
        return opening(new Scripted(heard));
    }

    private RunRouting opening(RoutingPolicy policy) {
        return (spec, replication) -> new Opened() {
            @Override
            public ShippedType type() {
                return ShippedType.plain("mine", "", "", context -> policy);
            }

            @Override
            public void close() {
                heard.add("closed");
            }
        };
    }

    private record Scripted(List<String> heard) implements RoutingPolicy {

        @Override
        public List<String> refusalReasons() {
            return List.of("odd", "even");
        }

        @Override
        public int route(RequestView request, CandidatesView candidates) {
            return request.number() == 0 ? candidates.size() - 1 : RoutingPolicy.refusal((int) request.number() - 1);
        }

        @Override
        public void onOutcome(OutcomeView outcome) {
            heard.add("outcome of " + outcome.number());
        }
    }

    private static RoutingPolicy built(Opened opened) {
        return opened.type().create(new PolicyContext() {
            @Override
            public Map<String, String> parameters() {
                return Map.of();
            }

            @Override
            public RandomStream stream(String name) {
                throw new UnsupportedOperationException(name);
            }
        });
    }
}
