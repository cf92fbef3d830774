package org.tafsim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What users get wrong, and the lines they hear: the table is mistakes.txt. */
class BadScenarioTest {

    /** A text that is right, what is written instead, and the problems that must be told. */
    record Mistake(String right, String wrong, List<String> problems) {

        static Mistake of(String block) {
            return new Mistake(only(block, "- "), only(block, "+ "), lines(block, "! "));
        }

        private static String only(String block, String mark) {
            return String.join("", lines(block, mark)).replace("\\n", "\n").replace("\\t", "\t");
        }

        private static List<String> lines(String block, String mark) {
            return Arrays.stream(block.split("\n"))
                    .filter(line -> line.startsWith(mark))
                    .map(line -> line.substring(mark.length()))
                    .toList();
        }

        @Override
        public String toString() {
            return wrong.isEmpty() ? "without " + right.strip() : wrong.strip();
        }
    }

    static Stream<Mistake> mistakes() throws IOException {
        String table = Files.readString(Readers.RESOURCES.resolve("mistakes.txt"));
        return Arrays.stream(table.split("\n\n")).skip(1).map(Mistake::of);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void everyMistakeIsToldWithItsPlaceAndWhatWasMeant(Mistake mistake) {
        String valid = Readers.valid();
        assertThat(valid).contains(mistake.right());

        List<String> problems = Readers.problems(valid.replace(mistake.right(), mistake.wrong()));

        assertThat(problems).containsExactlyElementsOf(mistake.problems());
    }
}
