package org.tafsim.experiment.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.tafsim.testing.SeedSource;

/** Whatever is done to a log of decisions, it shows. */
class ChainPropertyTest {

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @SeedSource(count = 200)
    void aWholeChainHoldsAndAnEditedCharacterBreaksIt(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> lines = chain(random.nextInt(0, 12));

        assertThat(check(lines).problem()).isEmpty();
        assertThat(check(lines).decisions()).isEqualTo(lines.size() - 2);

        int number = random.nextInt(lines.size());
        StringBuilder edited = new StringBuilder(lines.get(number));
        int place = random.nextInt(edited.length());
        edited.setCharAt(place, edited.charAt(place) == '7' ? '8' : '7');
        lines.set(number, edited.toString());

        assertThat(check(lines).problem()).isPresent();
    }

    @ParameterizedTest
    @SeedSource(count = 200)
    void aDroppedARepeatedAMovedOrACutOffLineBreaksIt(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> lines = chain(random.nextInt(2, 12));
        int number = random.nextInt(lines.size());
        int other = (number + random.nextInt(1, lines.size())) % lines.size();

        List<String> dropped = new ArrayList<>(lines);
        dropped.remove(number);
        List<String> repeated = new ArrayList<>(lines);
        repeated.add(number, lines.get(number));
        List<String> moved = new ArrayList<>(lines);
        Collections.swap(moved, number, other);
        List<String> cut = lines.subList(0, number);

        assertThat(List.of(dropped, repeated, moved, cut))
                .allSatisfy(broken -> assertThat(check(broken).problem()).isPresent());
    }

    @Test
    void whatIsNoLogIsToldByItsLine() throws IOException {
        assertThat(check(List.of("hello")).problem()).hasValue("line 1 is not a line of a decision log.");
        assertThat(check(List.of("[]")).problem()).hasValue("line 1 is not a line of a decision log.");
        assertThat(check(List.of()).problem())
                .hasValueSatisfying(problem -> assertThat(problem).contains("cut off"));
    }

    private static List<String> chain(int decisions) {
        Chain chain = new Chain();
        List<String> lines = new ArrayList<>(List.of(chain.next(Map.of(Chain.KIND, Chain.BEGIN))));
        for (int i = 0; i < decisions; i++) {
            lines.add(chain.next(Map.of(Chain.KIND, Chain.DECISION, "request", "voice/" + i)));
        }
        lines.add(chain.next(Chain.end(decisions)));
        return lines;
    }

    private ChainCheck check(List<String> lines) throws IOException {
        return ChainCheck.of(Files.write(folder.resolve("decisions.jsonl"), lines));
    }
}
