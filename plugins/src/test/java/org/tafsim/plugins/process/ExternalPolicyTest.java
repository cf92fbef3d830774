package org.tafsim.plugins.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tafsim.plugins.RunRouting;
import org.tafsim.plugins.RunRouting.Opened;
import org.tafsim.plugins.process.Desk.Choice;
import org.tafsim.plugins.process.Desk.Question;
import org.tafsim.plugins.process.Desk.Together;
import org.tafsim.policy.BatchRoutingPolicy;
import org.tafsim.policy.PolicyContext;
import org.tafsim.policy.RoutingPolicy;
import umontreal.ssj.rng.RandomStream;

/** Programs that decide, as they should and in every wrong way; whatever happens, none is left behind. */
class ExternalPolicyTest {

    private final List<String> notices = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder = Path.of("");

    @AfterEach
    void noProgramIsLeftBehind() {
        assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive))
                .isEmpty();
    }

    @Test
    void aProgramDecidesAndHearsWhatItWroteToItsErrorsReachesPeople() throws IOException {
        try (Opened opened = open("plain", Map.of())) {
            RoutingPolicy policy = built(opened);

            assertThat(policy.refusalReasons()).isEmpty();
            assertThat(policy.route(new Question(0, 5), new Choice(3))).isEqualTo(1);
            policy.onOutcome(new Question(0, 9)); // it does not want to know
            assertThat(policy.route(new Question(1, 10), new Choice(2))).isEqualTo(1);
        }
        assertThat(notices)
                .containsExactly("mine: heard {\"type\":\"hello\"", "mine: heard {\"type\":\"bye\",\"decisions\":2}");
    }

    @Test
    void refusalsAreTheReasonsItNamedWhenItWasReady() throws IOException {
        try (Opened opened = open("refuses", Map.of())) {
            RoutingPolicy policy = built(opened);

            assertThat(policy.refusalReasons()).containsExactly("odd", "even");
            assertThat(policy.route(new Question(0, 5), new Choice(3))).isEqualTo(RoutingPolicy.refusal(1));
            assertThat(policy.route(new Question(1, 6), new Choice(3))).isEqualTo(RoutingPolicy.refusal(0));
        }
    }

    @Test
    void requestsOfAWindowAreOneQuestion() throws IOException {
        int[] choices = new int[5];
        try (Opened opened = open("together", Map.of())) {
            ((BatchRoutingPolicy) built(opened)).routeAll(new Together(5, 7), choices);
        }
        assertThat(choices).containsExactly(0, 1, 0, 1, 0);
        assertThat(notices).last().isEqualTo("mine: heard {\"type\":\"bye\",\"decisions\":1}");
    }

    @Test
    void whoGoesOnPlacesTheRequestsOfAWindowOneAfterTheOther() throws IOException {
        int[] choices = {7, 7, 7};
        try (Opened opened = open("plain", Map.of("on-failure", "load-aware"))) {
            ((BatchRoutingPolicy) built(opened)).routeAll(new Together(3, 7), choices); // it answers for one alone
        }
        assertThat(choices).containsExactly(0, 0, 0);
        assertThat(notices).last().asString().contains("was asked about 3 requests, and answered");
    }

    @Test
    void outcomesComeBeforeTheNextQuestionOrTheEnd() throws IOException {
        try (Opened opened = open("told", Map.of())) {
            RoutingPolicy policy = built(opened);
            policy.route(new Question(0, 5), new Choice(3));
            policy.onOutcome(new Question(0, 9));
        }
        assertThat(notices)
                .containsExactly(
                        "mine: heard {\"type\":\"hello\"",
                        "mine: heard {\"type\":\"outcome\"",
                        "mine: heard {\"type\":\"bye\",\"decisions\":1}");
    }

    @Test
    void outcomesAreNotToldWhereTheScenarioSaysSo() throws IOException {
        try (Opened opened = open("told", Map.of("outcomes", "false"))) {
            RoutingPolicy policy = built(opened);
            policy.route(new Question(0, 5), new Choice(3));
            policy.onOutcome(new Question(0, 9));
        }
        assertThat(notices).noneMatch(notice -> notice.contains("outcome"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    garbage       | answered with what is not JSON: "I choose the first"
                    endless-line  | said a line of more than 1048576 bytes
                    crash         | ended with exit status 3, and wrote last: "out of ideas"
                    closes-output | closed its output, but did not end
                    """)
    void aWrongAnswerEndsTheRunAndSaysOfWhichProgramAndWhy(String way, String what) throws IOException {
        try (Opened opened = open(way + " 1", Map.of())) {
            RoutingPolicy policy = built(opened);
            policy.route(new Question(0, 5), new Choice(3));

            assertThatExceptionOfType(ExternalPolicyException.class)
                    .isThrownBy(() -> policy.route(new Question(1, 6), new Choice(3)))
                    .withMessageStartingWith("Its program (" + java())
                    .withMessageContaining(way + " 1) " + what)
                    .withMessageEndingWith(". Decisions made before: 1.");
        }
    }

    @Test
    void whoTakesTooLongIsNotWaitedFor() throws IOException {
        try (Opened opened = open("slow", Map.of("timeout", "200 ms"))) {
            assertThatExceptionOfType(ExternalPolicyException.class)
                    .isThrownBy(() -> built(opened).route(new Question(0, 6), new Choice(3)))
                    .withMessageEndingWith("did not answer within 200 ms. Decisions made before: 0.");
        }
    }

    @ParameterizedTest
    @CsvSource({"garbage 1,answered with what is not JSON", "crash 1,ended with exit status 3"})
    void anotherPolicyGoesOnWhereTheScenarioNamesOne(String way, String what) throws IOException {
        try (Opened opened = open(way, Map.of("on-failure", "load-aware"))) {
            RoutingPolicy policy = built(opened);

            assertThat(policy.route(new Question(0, 5), new Choice(3))).isEqualTo(1);
            assertThat(policy.route(new Question(1, 6), new Choice(3))).isZero();
            assertThat(policy.route(new Question(2, 7), new Choice(3))).isZero();
            policy.onOutcome(new Question(1, 9));
        }
        assertThat(notices)
                .filteredOn(notice -> notice.startsWith("Warning: "))
                .singleElement()
                .asString()
                .startsWith("Warning: policy mine: Its program (")
                .contains(what)
                .endsWith("After 1 decisions load-aware goes on.");
    }

    @Test
    void refusalsOfWhoGoesOnFollowThoseOfTheProgram() throws IOException {
        try (Opened opened = open("refuses", Map.of("on-failure", "eas-discovery"))) {
            assertThat(built(opened).refusalReasons()).containsExactly("odd", "even", "below-minimum");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    no-json    | answered hello with what is not JSON: "Welcome to my policy!".
                    early-exit | ended with exit status 3, and wrote last: "out of ideas".
                    silent     | did not answer within 300 ms.
                    """)
    void aProgramThatIsNotReadyStopsTheRunBeforeItBegins(String way, String what) {
        assertThatIOException()
                .isThrownBy(() -> open(
                        way,
                        Map.of("start-timeout", way.equals("silent") ? "300 ms" : "20 s", "on-failure", "nearest")))
                .withMessageStartingWith("Its program (")
                .withMessageContaining(way + ") " + what);
    }

    @Test
    void aProgramThatIsNotThereIsNamed() {
        assertThatIOException()
                .isThrownBy(() -> routing().open(Desk.policy(Map.of("command", "./no-such-policy --fast")), 0))
                .withMessageStartingWith("The program of policy mine cannot be started (./no-such-policy --fast): ");
    }

    @ParameterizedTest
    @CsvSource({"stays,did not end with the run", "bad-end,ended with exit status 7 after the run"})
    void aProgramThatDoesNotEndWellIsEndedAndTold(String way, String what) throws IOException {
        try (Opened opened = open(way, Map.of())) {
            built(opened).route(new Question(0, 5), new Choice(3));
        }
        assertThat(notices).last().asString().startsWith("Warning: policy mine: its program " + what);
    }

    @Test
    void anInterruptedRunEndsItsProgram() throws IOException {
        try (Opened opened = open("slow", Map.of("on-failure", "nearest"))) {
            RoutingPolicy policy = built(opened);
            Thread.currentThread().interrupt();

            assertThatExceptionOfType(ExternalPolicyException.class)
                    .isThrownBy(() -> policy.route(new Question(0, 6), new Choice(3)))
                    .withMessageContaining("was ended, as the run was interrupted");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void aProgramWithAPathIsOneOfTheScenariosFolder() throws IOException {
        Path script = Files.writeString(folder.resolve("mine.sh"), "#!/bin/sh\nexec \"%s\" \"$@\"\n".formatted(java()));
        assertThat(script.toFile().setExecutable(true)).isTrue();
        String command = "./mine.sh -cp '%s' %s plain".formatted(classes(), TinyPolicy.class.getName());

        try (Opened opened = routing().open(Desk.policy(Map.of("command", command)), 0)) {
            assertThat(built(opened).route(new Question(0, 5), new Choice(3))).isEqualTo(1);
        }
    }

    private RunRouting routing() {
        RunRouting nobody = (policy, replication) -> {
            throw new IllegalStateException("not external");
        };
        return new ExternalRouting(nobody, Desk.SCENARIO, folder, notices::add);
    }

    private Opened open(String way, Map<String, String> more) throws IOException {
        Map<String, String> parameters = new HashMap<>(more);
        parameters.put(
                "command",
                "\"%s\" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -cp '%s' %s %s"
                        .formatted(java(), classes(), TinyPolicy.class.getName(), way));
        return routing().open(Desk.policy(parameters), 0);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Where the classes of tests are: all that the program needs. */
    private static Path classes() {
        try {
            return Path.of(TinyPolicy.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RoutingPolicy built(Opened opened) {
        return opened.type().create(new PolicyContext() {
            @Override
            public Map<String, String> parameters() {
                return Map.of("command", "of the external policy, not of who goes on");
            }

            @Override
            public RandomStream stream(String name) {
                throw new UnsupportedOperationException(name);
            }
        });
    }
}
