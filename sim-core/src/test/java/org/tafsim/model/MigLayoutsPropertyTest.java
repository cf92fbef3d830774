package org.tafsim.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.tafsim.testing.SeedSource;

class MigLayoutsPropertyTest {

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 50)
    void exactlyTheSetsThatBruteForceCanPlaceAreLegal(long seed) {
        assertAgreesWithBruteForce(Geometries.any(new SplittableRandom(seed)));
    }

    @Test
    void bruteForceAgreesOnRealCards() {
        assertAgreesWithBruteForce(Geometries.FOUR);
        assertAgreesWithBruteForce(Geometries.EIGHT);
    }

    private static void assertAgreesWithBruteForce(MigGeometry geometry) {
        MigLayouts layouts = new MigLayouts(geometry);
        forEachSet(
                geometry,
                0,
                new ArrayList<>(),
                set -> assertThat(layouts.find(set).isPresent())
                        .as("%s of %s", set, geometry)
                        .isEqualTo(canPlace(geometry, set, 0, 0)));
    }

    /** Every set with one instance more than there are memory slices at most. */
    private static void forEachSet(
            MigGeometry geometry, int from, List<MigProfile> set, Consumer<List<MigProfile>> check) {
        check.accept(set);
        if (set.size() > geometry.memorySlices()) {
            return;
        }
        for (int i = from; i < geometry.profiles().size(); i++) {
            set.add(geometry.profiles().get(i));
            forEachSet(geometry, i, set, check);
            set.remove(set.size() - 1);
        }
    }

    private static boolean canPlace(MigGeometry geometry, List<MigProfile> set, int next, int covered) {
        if (next == set.size()) {
            return isWithinCounts(geometry, set);
        }
        MigProfile profile = set.get(next);
        return profile.starts().stream()
                .map(profile::covers)
                .filter(covers -> (covers & covered) == 0)
                .anyMatch(covers -> canPlace(geometry, set, next + 1, covered | covers));
    }

    private static boolean isWithinCounts(MigGeometry geometry, List<MigProfile> set) {
        int compute = set.stream().mapToInt(MigProfile::computeSlices).sum();
        return compute <= geometry.computeSlices()
                && set.stream()
                        .allMatch(
                                profile -> set.stream().filter(profile::equals).count() <= profile.most());
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 50)
    void slicesInUseStrandedAndStillOfUseMakeTheCard(long seed) {
        MigGeometry geometry = Geometries.any(new SplittableRandom(seed));
        MigLayouts layouts = new MigLayouts(geometry);

        assertThat(layouts.all()).allSatisfy(layout -> {
            int freeCompute = geometry.computeSlices() - layout.computeSlices();
            int freeMemory = geometry.memorySlices() - layout.memorySlices();
            assertThat(layouts.strandedCompute(layout)).isBetween(0, freeCompute);
            assertThat(layouts.strandedMemory(layout)).isBetween(0, freeMemory);
        });
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 50)
    void nothingMoreFitsBesideAFullLayoutAndAllItLeavesIsStranded(long seed) {
        MigGeometry geometry = Geometries.any(new SplittableRandom(seed));
        MigLayouts layouts = new MigLayouts(geometry);

        assertThat(layouts.full()).isNotEmpty().allSatisfy(full -> {
            for (MigProfile profile : geometry.profiles()) {
                List<MigProfile> more = new ArrayList<>(full.profiles());
                more.add(profile);
                assertThat(layouts.find(more)).as("%s and %s", full, profile).isEmpty();
            }
            assertThat(full.computeSlices() + layouts.strandedCompute(full)).isEqualTo(geometry.computeSlices());
            assertThat(full.memorySlices() + layouts.strandedMemory(full)).isEqualTo(geometry.memorySlices());
        });
    }
}
