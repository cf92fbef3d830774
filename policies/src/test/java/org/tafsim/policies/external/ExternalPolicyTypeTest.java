package org.tafsim.policies.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tafsim.policies.FakeCandidates;
import org.tafsim.policies.FakeRequest;
import org.tafsim.policies.Nearest;
import org.tafsim.policy.PolicyContext;
import umontreal.ssj.rng.RandomStream;

/** What a scenario may say of a program, and what not. */
class ExternalPolicyTypeTest {

    @Test
    void aCommandIsEnough() {
        ExternalSettings settings = ExternalSettings.of(context(Map.of("command", "python3 mine.py")));

        assertThat(settings.command()).containsExactly("python3", "mine.py");
        assertThat(settings.timeoutNanos()).isEqualTo(10_000_000_000L);
        assertThat(settings.startNanos()).isEqualTo(30_000_000_000L);
        assertThat(settings.fallback()).isEmpty();
        assertThat(settings.tellsOutcomes()).isTrue();
    }

    @Test
    void allElseCanBeSaid() {
        ExternalSettings settings = ExternalSettings.of(context(Map.of(
                "command",
                "x",
                "timeout",
                "5 ms",
                "start-timeout",
                "2 min",
                "on-failure",
                "nearest",
                "outcomes",
                "false")));

        assertThat(settings)
                .isEqualTo(new ExternalSettings(
                        List.of("x"), 5_000_000, 120_000_000_000L, java.util.Optional.of(Nearest.TYPE), false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    python3 mine.py --fast         | python3,mine.py,--fast
                    `  a   b  `                    | a,b
                    "a b" 'c "d"' e'f g'h          | a b,c "d",ef gh
                    a ""                           | a,
                    C:\\py\\python.exe $HOME *     | C:\\py\\python.exe,$HOME,*
                    """)
    void aCommandIsTakenApartAtSpacesButForQuotes(String command, String words) {
        assertThat(ExternalSettings.of(context(Map.of("command", command))).command())
                .containsExactly(words.split(",", -1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    command       | ``      | there is no program. Expected one and its arguments, e.g. python3 my_policy.py.
                    command       | `a "b`  | "a "b" has a quote that is not closed.
                    timeout       | 0 s     | "0 s" must be more than 0.
                    timeout       | 5       | "5" is not a duration
                    start-timeout | soon    | "soon" is not a duration
                    on-failure    | nearst  | "nearst" is no shipped policy. Expected stop, or one that `tafsim policies` lists.
                    on-failure    | external | "external" is no shipped policy.
                    outcomes      | yes     | "yes" must be true or false.
                    """)
    void whatIsWrongIsToldWithItsParameter(String name, String value, String what) {
        Map<String, String> parameters = new HashMap<>(Map.of("command", "x"));
        parameters.put(name, value);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExternalPolicyType.TYPE.create(context(parameters)))
                .withMessageStartingWith("The policy external, parameter '%s': %s".formatted(name, what));
    }

    @Test
    void anUnknownParameterIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExternalPolicyType.TYPE.create(context(Map.of("command", "x", "comand", "y"))))
                .withMessageStartingWith("The policy external has no parameter 'comand'; it takes command, timeout,");
    }

    @Test
    void toBuildItStartsNothingAndDecidesNothing() {
        assertThatIllegalStateException()
                .isThrownBy(() -> ExternalPolicyType.TYPE
                        .create(context(Map.of("command", "rm -rf x")))
                        .route(FakeRequest.OF_FIRST_APP, FakeCandidates.of()))
                .withMessageContaining("was not started");
    }

    private static PolicyContext context(Map<String, String> parameters) {
        return new PolicyContext() {
            @Override
            public Map<String, String> parameters() {
                return parameters;
            }

            @Override
            public RandomStream stream(String name) {
                throw new UnsupportedOperationException(name);
            }
        };
    }
}
