package org.tafsim.scenario;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.tafsim.model.Trust;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Problems;
import org.tafsim.scenario.source.Quantities;

/** Reads levels of the eight objectives SOV-1 to SOV-8: a list of eight, or one level for all. */
final class SealLevels {

    private static final Format<Integer> LEVEL = level("a SEAL level", 0);

    /** A Union assurance level. */
    static final Format<Integer> UNION_ASSURANCE = level("a Union assurance level", 1);

    private SealLevels() {}

    private static Format<Integer> level(String noun, long least) {
        Format<Long> whole = Quantities.whole(least, 4, "3");
        return new Format<>(noun, "3", text -> Math.toIntExact(whole.parse(text)));
    }

    /** The levels under a key; none where it is absent. */
    static List<Integer> read(Keys keys, String key, Problems problems) {
        Optional<Node> node = keys.find(key);
        if (node.isEmpty()) {
            return List.of();
        }
        if (node.get() instanceof Node.Text) {
            return Collections.nCopies(Trust.OBJECTIVES, Keys.read(node.get(), LEVEL, problems));
        }
        List<Integer> levels = keys.list(key, LEVEL);
        if (levels.size() != Trust.OBJECTIVES) {
            problems.report(
                    node.get().at(),
                    "has %d levels; expected eight, one for each of SOV-1 to SOV-8, or one for all."
                            .formatted(levels.size()));
            return List.of();
        }
        return levels;
    }
}
