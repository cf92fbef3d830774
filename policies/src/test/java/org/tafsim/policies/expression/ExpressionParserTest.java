package org.tafsim.policies.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tafsim.model.Tier;
import org.tafsim.policies.Candidate;
import org.tafsim.policies.FakeCandidates;
import org.tafsim.policies.FakeRequest;
import org.tafsim.policy.CandidatesView;

class ExpressionParserTest {

    /** Far edge in Germany: 8 ms away, first token after 120 ms, 3 wait, 5 run, a quarter of the KV cache used. */
    private static final CandidatesView VIEW = FakeCandidates.of(
            Candidate.at(Tier.FAR_EDGE).rtt(8).ttft(120).load(3, 5).kv(0.25).breaking(2));

    @ParameterizedTest
    @CsvSource({
        "1 + 2 * 3,                      7",
        "(1 + 2) * 3,                    9",
        "10 - 4 - 3,                     3",
        "24 / 4 / 2,                     3",
        "-RTT_MS - 10 * WAITING,         -38",
        "- -2,                           2",
        "1e3 * 2.5,                      2500",
        "RUNNING / (RUNNING + WAITING),  0.625",
        "IN_FLIGHT,                      8",
        "WAITING_TOKENS,                 1500",
        "KV_FREE + KV_USED,              1",
        "TTFT_MS,                        120",
        "START_MS,                       0",
        "CARBON,                         0",
        "EUR_PER_KWH,                    0",
        "PROMPT_TOKENS,                  500",
        "BROKEN_RULES,                   2",
        "abs(RTT_MS - 10),               2",
        "'min(3, max(1, 2)) + min(1, 5)',3",
        "1 / 0,                          Infinity",
    })
    void arithmeticIsWhatSchoolTaught(String text, double value) {
        assertThat(ExpressionParser.number(text).value(FakeRequest.OF_FIRST_APP, VIEW, 0))
                .isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "RUNNING = 5,                                        true",
                "RUNNING == 5 && WAITING != 5,                       true",
                "KV_FREE >= 0.75 & KV_FREE <= 0.75,                  true",
                "RTT_MS < 8 | RTT_MS > 8,                            false",
                "TRUE | FALSE & FALSE,                               true", // & binds tighter
                "(TRUE | FALSE) & FALSE,                             false",
                "!FALSE & !(RUNNING > 9),                            true",
                "! RUNNING = 5,                                      false", // ! takes the comparison
                "TIER = \"far-edge\",                                true",
                "\"cloud\" = TIER || COUNTRY = \"DE\",               true",
                "COUNTRY = SUBJECT_COUNTRY,                          true",
                "COUNTRY != SUBJECT_COUNTRY,                         false",
                "OPERATOR = \"DE-op\" & SITE = \"far-edge-site\",    true",
                "REPLICA = \"far-edge\" & ACCELERATOR = \"L4\",      true",
                "APP = \"chat\" & CLASS = \"PER\" & SECTOR = \"health\", true",
                "0 / 0 = 0 / 0,                                      false", // not a number
            })
    void conditionsBindAsInMostLanguages(String text, boolean holds) {
        assertThat(ExpressionParser.condition(text).holds(FakeRequest.OF_FIRST_APP, VIEW, 0))
                .isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "RTT_MS >              ~ 9  ~ expected a number, an attribute, a word in quotes or (, found the end.",
                "RTTMS < 5             ~ 1  ~ there is no attribute RTTMS. Maybe 'RTT_MS'?",
                "HUMIDITY < 5          ~ 1  ~ there is no attribute HUMIDITY.",
                "RTT_MS < 5 WAITING    ~ 12 ~ expected an operator or the end, found WAITING.",
                "(RTT_MS < 5           ~ 12 ~ expected ), found the end.",
                "RTT_MS + 5            ~ 1  ~ expected a condition, found a number.",
                "RTT_MS & WAITING = 0  ~ 1  ~ expected a condition, found a number.",
                "WAITING = 0 & RTT_MS  ~ 15 ~ expected a condition, found a number.",
                "!RTT_MS               ~ 2  ~ expected a condition, found a number.",
                "COUNTRY < \"DE\"      ~ 9  ~ words can be compared with = and != only.",
                "COUNTRY = 5           ~ 1  ~ expected a number, found a word.",
                "RTT_MS = \"DE\"       ~ 10 ~ expected a number, found a word.",
                "1 < 2 < 3             ~ 7  ~ expected an operator or the end, found <.",
                "TIER = \"clod\"       ~ 8  ~ expected one of far-edge, near-edge, regional, cloud, found the word \"clod\". Maybe 'cloud'?",
                "CLASS = \"SECRET\"    ~ 9  ~ expected one of PUB, INT, PER, SPC, TEL, CRI, CLS, found the word \"SECRET\".",
                "COUNTRY = \"DE        ~ 11 ~ the quote is never closed.",
                "RTT_MS < 5 ; 1        ~ 12 ~ ';' means nothing here.",
                "sqrt(2) > 1           ~ 1  ~ expected min(a, b), max(a, b) or abs(a), found sqrt with 1 argument(s).",
                "min(2) > 1            ~ 1  ~ expected min(a, b), max(a, b) or abs(a), found min with 1 argument(s).",
                "min() > 1             ~ 5  ~ expected a number, an attribute, a word in quotes or (, found ).",
            })
    void mistakesAreShownAtTheirCharacter(String text, int position, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExpressionParser.condition(text))
                .withMessage("character %d of \"%s\": %s", position, text, message);
    }

    @Test
    void anEmptyExpressionIsAMistake() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExpressionParser.number(" "))
                .withMessageStartingWith("character 2 of \" \": expected a number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "-", "!", "abs("})
    void deepNestingIsRefusedBeforeTheStackEnds(String opening) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExpressionParser.condition(opening.repeat(200)))
                .withMessageContaining("nested more than 50 deep.");
    }

    @Test
    void longExpressionsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExpressionParser.number("1 + ".repeat(400) + "1"))
                .withMessageContaining("character 1001 of \"1 + 1 + 1 + 1 + 1 + …\"")
                .withMessageEndingWith("an expression may have 1000 characters.");
    }
}
