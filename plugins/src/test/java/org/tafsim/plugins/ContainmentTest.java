package org.tafsim.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tafsim.policy.BatchRoutingPolicy;
import org.tafsim.policy.RoutingPolicy;
import org.tafsim.policy.RoutingPolicyType;

/** What hostile code of plug-ins becomes. That the run then ends as it should is shown with the packaged jar. */
class ContainmentTest {

    @TempDir
    private Path folder = Path.of("");

    private final List<AutoCloseable> open = new ArrayList<>();
    private final List<String> calls = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    throw new IllegalStateException("no luck");     | java.lang.IllegalStateException: no luck
                    throw new IllegalArgumentException("no luck");  | java.lang.IllegalArgumentException: no luck
                    throw new AssertionError("no luck");            | java.lang.AssertionError: no luck
                    return route(request, candidates);              | java.lang.StackOverflowError
                    throw new NoSuchMethodError("x");               | java.lang.NoSuchMethodError: x
                    sneak(new java.io.IOException("no luck"));      | java.io.IOException: no luck
                    """)
    void whateverADecisionThrowsNamesThePolicyThePluginAndThePlace(String body, String reason) throws IOException {
        RoutingPolicy policy = type("""
                return new RoutingPolicy() {
                    public int route(RequestView request, CandidatesView candidates) {
                        if (candidates == null) { %s }
                        return 0;
                    }
                    @SuppressWarnings("unchecked")
                    private <T extends Throwable> void sneak(Throwable t) throws T { throw (T) t; }
                };
                """.formatted(body)).create(NoContext.INSTANCE);

        assertThatThrownBy(() -> decide(policy))
                .isInstanceOf(PluginFailedException.class)
                .hasMessageStartingWith(
                        "The routing policy mine of mine.jar (version 1.0) failed: %s at org.example.Mine$1.", reason)
                .hasMessageContaining("(Mine.java:")
                .satisfies(failure -> assertThat(failure).hasToString(failure.getMessage()));
    }

    @Test
    void aWantOfMemoryIsNotThePolicysAlone() throws IOException {
        RoutingPolicy policy = type("return (request, candidates) -> { throw new OutOfMemoryError(\"all gone\"); };")
                .create(NoContext.INSTANCE);

        assertThatThrownBy(() -> decide(policy)).isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void aTypeThatMakesNothingIsNamed() throws IOException {
        RoutingPolicyType type = type("return null;");

        assertThatThrownBy(() -> type.create(NoContext.INSTANCE))
                .isInstanceOf(PluginFailedException.class)
                .hasMessage("The routing policy mine of mine.jar (version 1.0) made no policy: create returned null.");
    }

    @Test
    void aRefusalOfParametersIsNoFailure() throws IOException {
        RoutingPolicyType type = type("throw new IllegalArgumentException(\"share (2) must be at most 1.\");");

        assertThatThrownBy(() -> type.create(NoContext.INSTANCE))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("share (2) must be at most 1.");
    }

    @Test
    void aTypeThatDoesNotSayWhatItIsIsRefused() {
        assertThatThrownBy(() -> new JarOfSources()
                        .source("Mine", """
                                import java.util.*;
                                import org.tafsim.policy.*;
                                public class Mine implements RoutingPolicyType {
                                    public String id() { return "mine"; }
                                    public String rule() { return null; }
                                    public String source() { return "test"; }
                                    public List<String> parameterNames() { return List.of(); }
                                    public RoutingPolicy create(PolicyContext context) { return null; }
                                }
                                """)
                        .service(RoutingPolicyType.class, "org.example.Mine")
                        .open(folder.resolve("mine.jar"), CallWatch.NONE))
                .isInstanceOf(PluginLoadException.class)
                .hasMessageStartingWith("The routing policy org.example.Mine of mine.jar failed: ")
                .hasMessageContaining("its rule is null");
    }

    @Test
    void answersAndOutcomesPass() throws IOException {
        RoutingPolicy policy = type("""
                return new RoutingPolicy() {
                    int next = 7;
                    public int route(RequestView request, CandidatesView candidates) { return next++; }
                };
                """).create(NoContext.INSTANCE);

        assertThat(decide(policy)).isEqualTo(7);
        assertThat(decide(policy)).isEqualTo(8);
    }

    @Test
    void whoWatchesKnowsOfEveryCallAndItsEnd() throws IOException {
        RoutingPolicyType type = type("return (request, candidates) -> { throw new IllegalStateException(); };");
        calls.clear();

        RoutingPolicy policy = type.create(NoContext.INSTANCE);
        assertThatThrownBy(() -> decide(policy)).isInstanceOf(PluginFailedException.class);

        assertThat(calls)
                .containsExactly(
                        "The routing policy mine of mine.jar (version 1.0)",
                        "left",
                        "The routing policy mine of mine.jar (version 1.0)",
                        "left");
    }

    @Test
    void whatAPolicyCanDoBeyondItsKindIsSeen() throws IOException {
        RoutingPolicy policy = type("""
                return new BatchRoutingPolicy() {
                    public int route(RequestView request, CandidatesView candidates) { return 0; }
                    public void routeAll(WindowView window, int[] choices) { choices[0] = 7; }
                };
                """).create(NoContext.INSTANCE);
        int[] choices = new int[1];

        assertThat(policy).isInstanceOfSatisfying(BatchRoutingPolicy.class, batch -> decideAll(batch, choices));
        assertThat(choices).containsExactly(7);
    }

    @Test
    void containedTypesAndPoliciesEqualThemselves() throws IOException {
        RoutingPolicyType type = type("return (request, candidates) -> 0;");
        RoutingPolicy policy = type.create(NoContext.INSTANCE);

        Object same = type;
        assertThat(type).isEqualTo(same).isNotEqualTo(policy);
        assertThat(List.of(type)).contains(type);
    }

    private RoutingPolicyType type(String create) throws IOException {
        Plugins plugins = new JarOfSources()
                .routing("Mine", "mine", create)
                .version("1.0")
                .open(folder.resolve("mine.jar"), new CallWatch() {
                    @Override
                    public void enter(String policy) {
                        calls.add(policy);
                    }

                    @Override
                    public void leave() {
                        calls.add("left");
                    }
                });
        open.add(plugins);
        return plugins.policies().routing("mine").orElseThrow();
    }

    /** None of the policies here looks at what it sees. */
    @SuppressWarnings("NullAway")
    private static int decide(RoutingPolicy policy) {
        return policy.route(null, null);
    }

    @SuppressWarnings("NullAway")
    private static void decideAll(BatchRoutingPolicy policy, int[] choices) {
        policy.routeAll(null, choices);
    }
}
