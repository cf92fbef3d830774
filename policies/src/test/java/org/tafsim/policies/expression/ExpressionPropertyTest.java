package org.tafsim.policies.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tafsim.policies.Candidate;
import org.tafsim.policies.FakeCandidates;
import org.tafsim.policies.FakeRequest;

class ExpressionPropertyTest {

    private static final String[] PIECES = {
        "RTT_MS", "WAITING", "TIER", "TRUE", "\"DE\"", "(", ")", "+", "-", "*", "/", "<", "=", "!", "&", "|", "min(",
        ",", "3", "0.5", "\"", "$", "abs(", "!=", "kv"
    };

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    /** Random pieces are refused with a place, or mean the same in parentheses. */
    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void anyTextHasAValueOrIsRefusedAtACharacter(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 50; i++) {
            String text = text(random);
            try {
                double value = value(text);
                assertThat(value("(" + text + ")")).isEqualTo(value);
            } catch (IllegalArgumentException refusal) {
                assertThat(refusal).hasMessageMatching("(?s)character \\d+ of \".*\": .+");
            }
        }
    }

    private static double value(String text) {
        return ExpressionParser.number(text).value(FakeRequest.OF_FIRST_APP, FakeCandidates.of(Candidate.edge()), 0);
    }

    private static String text(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        int pieces = 1 + random.nextInt(8);
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES[random.nextInt(PIECES.length)]).append(random.nextBoolean() ? " " : "");
        }
        return text.toString();
    }

    /** A random sum of products, written with blanks or without, has the value that plain Java gives it. */
    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void sumsOfProductsHaveTheirValue(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder("0");
        double expected = 0;
        for (int i = 0; i < 10; i++) {
            boolean plus = random.nextBoolean();
            int a = random.nextInt(100);
            int b = random.nextInt(100);
            text.append(plus ? "+" : " - ").append(a).append(" *").append(b);
            expected += plus ? a * b : -a * b;
        }

        assertThat(value(text.toString())).isEqualTo(expected);
    }
}
