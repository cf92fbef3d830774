package org.tafsim.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tafsim.model.AcceleratorProfile;
import org.tafsim.model.CardShare;
import org.tafsim.model.MigGeometry;
import org.tafsim.model.MigLayout;
import org.tafsim.model.MigLayouts;
import org.tafsim.model.MigProfile;
import org.tafsim.scenario.catalog.Catalog;

class MigCatalogTest {

    private static final Catalog CATALOG = Catalog.shipped();
    private static final Pattern NAME = Pattern.compile("(\\d)g\\.(\\d+)gb");

    static Stream<MigGeometry> geometries() {
        return CATALOG.migGeometries().values().stream();
    }

    /** How many of a profile a card takes is listed by itself: the places must allow as many, and no more. */
    @ParameterizedTest
    @MethodSource("geometries")
    void placesAllowAsManyInstancesAsTheMakerLists(MigGeometry geometry) {
        MigLayouts layouts = new MigLayouts(unlimited(geometry));

        assertThat(unlimited(geometry).profiles()).allSatisfy(profile -> {
            assertThat(most(layouts, profile))
                    .as(profile.id())
                    .isEqualTo(geometry.find(profile.id()).orElseThrow().most());
        });
    }

    private static int most(MigLayouts layouts, MigProfile profile) {
        return IntStream.rangeClosed(1, 9)
                .filter(n -> layouts.find(Collections.nCopies(n, profile)).isPresent())
                .max()
                .orElse(0);
    }

    private static MigGeometry unlimited(MigGeometry geometry) {
        List<MigProfile> profiles = geometry.profiles().stream()
                .map(one -> new MigProfile(
                        one.id(),
                        one.computeSlices(),
                        one.memorySlices(),
                        one.starts(),
                        99,
                        one.computeShare(),
                        one.memoryShare()))
                .toList();
        return new MigGeometry(
                geometry.cardId(), geometry.computeSlices(), geometry.memorySlices(), profiles, geometry.source());
    }

    @ParameterizedTest
    @MethodSource("geometries")
    void noLayoutHasMoreThanItsCard(MigGeometry geometry) {
        AcceleratorProfile card = card(geometry);

        assertThat(new MigLayouts(geometry).all()).allSatisfy(layout -> {
            assertThat(sum(layout, card, AcceleratorProfile::bf16FlopsPerSecond))
                    .isLessThanOrEqualTo(card.bf16FlopsPerSecond() * (1 + 1e-12));
            assertThat(sum(layout, card, AcceleratorProfile::memoryBytesPerSecond))
                    .isLessThanOrEqualTo(card.memoryBytesPerSecond() * (1 + 1e-12));
            assertThat(sum(layout, card, one -> (double) one.memoryBytes()))
                    .isLessThanOrEqualTo((double) card.memoryBytes());
            assertThat(sum(layout, card, AcceleratorProfile::boardWatts))
                    .isLessThanOrEqualTo(card.boardWatts() * (1 + 1e-12));
        });
    }

    private static double sum(MigLayout layout, AcceleratorProfile card, ToDoubleFunction<AcceleratorProfile> figure) {
        return layout.instances().stream()
                .mapToDouble(one -> figure.applyAsDouble(
                        CardShare.of(layout.geometry(), one.profile()).of(card)))
                .sum();
    }

    /** The name of a profile has its compute slices and its memory, rounded up, of what the largest has. */
    @ParameterizedTest
    @MethodSource("geometries")
    void profilesHaveWhatTheirNameSays(MigGeometry geometry) {
        MigProfile largest = geometry.profiles().get(geometry.profiles().size() - 1);

        assertThat(geometry.profiles()).allSatisfy(profile -> {
            assertThat(profile.computeSlices()).isEqualTo(number(profile, 1));
            assertThat(profile.memoryShare() / largest.memoryShare())
                    .as(profile.id())
                    .isCloseTo((double) number(profile, 2) / number(largest, 2), withinPercentage(12));
        });
    }

    private static int number(MigProfile profile, int group) {
        Matcher name = NAME.matcher(profile.id());
        assertThat(name.matches()).as(profile.id()).isTrue();
        return Integer.parseInt(name.group(group));
    }

    private static AcceleratorProfile card(MigGeometry geometry) {
        return Optional.ofNullable(CATALOG.accelerators().get(geometry.cardId()))
                .orElseThrow();
    }

    @Test
    void cardsAreThoseThatTheGuideLists() {
        assertThat(CATALOG.migGeometries())
                .containsKeys("A30", "A100-40", "A100-80", "H100", "H200", "GH200", "RTX-PRO-6000")
                .doesNotContainKeys("L4", "T4", "A10", "L40S");
    }
}
