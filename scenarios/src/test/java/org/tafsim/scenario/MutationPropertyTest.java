package org.tafsim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.tafsim.scenario.source.Problem;
import org.tafsim.testing.SeedSource;

/** Whatever is done to a scenario's text, it is read or its problems are told: nothing else escapes. */
class MutationPropertyTest {

    private static final Pattern WORD_ENDS = Pattern.compile("[ \n,{}:\\[\\]]+");

    private static final List<String> SCRAPS = List.of(
            ":",
            "-",
            "[",
            "]",
            "{",
            "}",
            "\"",
            "'",
            "\n",
            "  ",
            "\t",
            "#",
            "&a ",
            "*a",
            "!!int ",
            "---\n",
            "? ",
            "|",
            "0",
            "-1",
            "1e99",
            ".nan",
            "null",
            "~",
            "NO",
            "{city}",
            "{n}",
            "{",
            "per: city",
            "count: 3",
            "count: 99999999",
            ": {}",
            ": []",
            "99999999999999999999",
            "\u0000",
            "\uD83D\uDEF0",
            "%",
            " min",
            "extends: edge",
            "template: edge",
            "<<: *a",
            "[id=a]");

    @ParameterizedTest
    @SeedSource(count = 400)
    void onlyScenarioExceptionsEscape(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        String text = Files.readString(file(random));
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            text = mutated(text, random);
        }

        try {
            assertThat(Readers.reader().read("mutant.yaml", text, List.of(), Readers.RESOURCES))
                    .isNotNull();
        } catch (ScenarioException e) {
            assertThat(e.problems()).isNotEmpty().allSatisfy(MutationPropertyTest::isOneLine);
        }
    }

    private static Path file(SplittableRandom random) {
        return random.nextBoolean() ? Readers.RESOURCES.resolve("everything.yaml") : Readers.shipped("hello.yaml");
    }

    private static void isOneLine(Problem problem) {
        assertThat(problem.toString()).doesNotContain("\n").contains(": ");
    }

    private static String mutated(String text, SplittableRandom random) {
        int at = random.nextInt(text.length());
        String scrap = SCRAPS.get(random.nextInt(SCRAPS.size()));
        return switch (random.nextInt(6)) {
            case 0 -> text.substring(0, at) + scrap + text.substring(at);
            case 1 -> text.substring(0, at) + text.substring(Math.min(text.length(), at + random.nextInt(1, 20)));
            case 2 -> text.substring(0, at) + scrap + text.substring(Math.min(text.length(), at + scrap.length()));
            case 3 -> lines(text, random, false);
            case 4 -> lines(text, random, true);
            default -> words(text, random);
        };
    }

    /** Drops a line, or writes one elsewhere too. */
    private static String lines(String text, SplittableRandom random, boolean isCopied) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        String line = lines.remove(random.nextInt(lines.size()));
        if (isCopied) {
            lines.add(random.nextInt(lines.size() + 1), line);
            lines.add(random.nextInt(lines.size() + 1), line);
        }
        return String.join("\n", lines) + "\n";
    }

    /** Writes one word of the file in place of another. */
    private static String words(String text, SplittableRandom random) {
        List<String> words =
                WORD_ENDS.splitAsStream(text).filter(word -> !word.isEmpty()).toList();
        return text.replace(words.get(random.nextInt(words.size())), words.get(random.nextInt(words.size())));
    }
}
