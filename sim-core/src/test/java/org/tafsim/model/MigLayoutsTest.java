package org.tafsim.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MigLayoutsTest {

    private static final MigLayouts EIGHT = new MigLayouts(Geometries.EIGHT);
    private static final MigLayouts FOUR = new MigLayouts(Geometries.FOUR);

    @ParameterizedTest
    @CsvSource({
        "7g.80gb, 7g.80gb@0, 0, 0",
        "3g.40gb 4g.40gb, 4g.40gb@0 3g.40gb@4, 0, 0",
        "3g.40gb 3g.40gb, 3g.40gb@0 3g.40gb@4, 1, 0",
        "3g.40gb, 3g.40gb@4, 0, 0",
        "2g.20gb 2g.20gb 2g.20gb, 2g.20gb@0 2g.20gb@2 2g.20gb@4, 0, 0",
        "1g.20gb 1g.20gb 1g.20gb 1g.20gb, 1g.20gb@0 1g.20gb@2 1g.20gb@4 1g.20gb@6, 3, 0",
        "1g.10gb 1g.10gb 1g.10gb 1g.10gb 1g.10gb 1g.10gb 1g.20gb, "
                + "1g.10gb@0 1g.10gb@1 1g.10gb@2 1g.10gb@3 1g.10gb@4 1g.10gb@5 1g.20gb@6, 0, 0",
    })
    void instancesArePlacedSoThatTheFewestSlicesAreStranded(
            String asked, String placed, int strandedCompute, int strandedMemory) {
        MigLayout layout = find(EIGHT, Geometries.EIGHT, asked.split(" "));

        assertThat(layout.instances()).extracting(Object::toString).containsExactly(placed.split(" "));
        assertThat(EIGHT.strandedCompute(layout)).isEqualTo(strandedCompute);
        assertThat(EIGHT.strandedMemory(layout)).isEqualTo(strandedMemory);
    }

    private static MigLayout find(MigLayouts layouts, MigGeometry geometry, String... ids) {
        return layouts.find(Geometries.profiles(geometry, ids)).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "4g.40gb 4g.40gb",
        "7g.80gb 1g.10gb",
        "3g.40gb 3g.40gb 1g.10gb",
        "4g.40gb 2g.20gb 2g.20gb",
        "2g.20gb 2g.20gb 2g.20gb 2g.20gb"
    })
    void layoutsThatADriverRefusesAreNotFound(String asked) {
        assertThat(EIGHT.find(Geometries.profiles(Geometries.EIGHT, asked.split(" "))))
                .isEmpty();
    }

    /** Seven instances of one memory slice leave the eighth: no start is there. */
    @Test
    void theEighthMemorySliceIsOutOfReachOfSingleSlices() {
        MigLayout seven = find(
                EIGHT, Geometries.EIGHT, "1g.10gb", "1g.10gb", "1g.10gb", "1g.10gb", "1g.10gb", "1g.10gb", "1g.10gb");

        assertThat(EIGHT.strandedMemory(seven)).isEqualTo(1);
        assertThat(EIGHT.strandedCompute(seven)).isZero();
    }

    /** The 19 configurations of an A100 of NVIDIA's guide, which counts places and knows no profile of two memory slices. */
    @Test
    void anA100HasNineteenFullConfigurations() {
        MigGeometry guide = new MigGeometry(
                "A100",
                7,
                8,
                Geometries.EIGHT.profiles().stream()
                        .filter(profile -> !profile.id().equals("1g.20gb"))
                        .toList(),
                "test");
        List<MigLayout> all = new MigLayouts(guide).all();

        List<MigLayout> full = all.stream()
                .filter(layout -> all.stream().noneMatch(other -> isMore(other, layout)))
                .toList();

        assertThat(full).hasSize(19);
    }

    private static boolean isMore(MigLayout layout, MigLayout than) {
        return layout.instances().size() > than.instances().size()
                && layout.instances().containsAll(than.instances());
    }

    @Test
    void fullLayoutsAreListedOnceLargestInstancesFirst() {
        assertThat(FOUR.full())
                .extracting(layout -> layout.profiles().toString())
                .containsExactly(
                        "[4g.24gb]",
                        "[2g.12gb, 2g.12gb]",
                        "[2g.12gb, 1g.6gb, 1g.6gb]",
                        "[1g.6gb, 1g.6gb, 1g.6gb, 1g.6gb]");
    }

    @Test
    void theNearestLayoutsChangeAsLittleAsPossible() {
        List<MigProfile> asked = Geometries.profiles(Geometries.FOUR, "2g.12gb", "2g.12gb", "1g.6gb");

        assertThat(FOUR.nearest(asked, 2))
                .extracting(List::toString)
                .containsExactly("[2g.12gb, 1g.6gb, 1g.6gb]", "[2g.12gb, 2g.12gb]");
    }

    @Test
    void aLayoutWhoseInstancesOverlapIsRefused() {
        MigProfile two = Geometries.profiles(Geometries.FOUR, "2g.12gb").get(0);
        List<MigLayout.Instance> twice = List.of(new MigLayout.Instance(two, 0), new MigLayout.Instance(two, 0));

        assertThatThrownBy(() -> new MigLayout(Geometries.FOUR, twice))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("A30 has no room for 2g.12gb@0");
    }

    @Test
    void aProfileThatLeavesTheCardIsRefused() {
        MigProfile outside = new MigProfile("2g", 2, 2, List.of(3), 1, 0.5, 0.5);

        assertThatThrownBy(() -> new MigGeometry("A30", 4, 4, List.of(outside), "test"))
                .hasMessageContaining("2g (2 compute slices, 2 memory slices from [3]) leaves the card");
    }
}
