package org.tafsim.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class OutlineTest {

    private static final String ATLAS = PageParts.text("vendor/countries-50m.json");
    private static final MapBox EUROPE = MapBox.around(
                    List.of(new MapPoint(38.72, -9.14, "Lisbon"), new MapPoint(60.18, 24.93, "Helsinki")))
            .orElseThrow();

    private static Outline europe() {
        return Outline.of(ATLAS, EUROPE, Outline.codes());
    }

    /** Outer rings and holes of all countries. */
    private static List<List<Ring.Point>> rings(Outline outline, boolean isOuter) {
        List<List<Ring.Point>> rings = new ArrayList<>();
        for (Outline.Feature feature : outline.features()) {
            for (List<List<List<BigDecimal>>> polygon : feature.geometry().coordinates()) {
                for (int i = 0; i < polygon.size(); i++) {
                    if (i == 0 == isOuter) {
                        rings.add(polygon.get(i).stream()
                                .map(point -> new Ring.Point(
                                        point.get(0).doubleValue(), point.get(1).doubleValue()))
                                .toList());
                    }
                }
            }
        }
        return rings;
    }

    @Test
    void europeReachesFromPortugalToFinland() {
        Map<String, Outline.Feature> byName = new LinkedHashMap<>();
        europe().features().forEach(feature -> byName.put(feature.properties().get("name"), feature));

        assertThat(byName)
                .containsKeys("PT", "FI", "DE", "GB", "PL", "NO", "Tunisia")
                .doesNotContainKeys("Japan", "US");
        assertThat(contains(Objects.requireNonNull(byName.get("PT")), -8.0, 39.5))
                .isTrue();
        assertThat(contains(Objects.requireNonNull(byName.get("FI")), 25.0, 61.5))
                .isTrue();
        assertThat(contains(Objects.requireNonNull(byName.get("FR")), 2.3, 48.9))
                .isTrue();
        assertThat(contains(Objects.requireNonNull(byName.get("FR")), 10.0, 51.0))
                .isFalse();
    }

    private static boolean contains(Outline.Feature country, double x, double y) {
        Outline alone = new Outline("FeatureCollection", List.of(country));
        long crossed =
                rings(alone, true).stream().filter(ring -> isInside(ring, x, y)).count();
        return crossed > 0;
    }

    /** By the crossings of a ray. */
    private static boolean isInside(List<Ring.Point> ring, double x, double y) {
        boolean isInside = false;
        for (int i = 0; i + 1 < ring.size(); i++) {
            Ring.Point a = ring.get(i);
            Ring.Point b = ring.get(i + 1);
            if (a.y() > y != b.y() > y && x < a.x() + (y - a.y()) * (b.x() - a.x()) / (b.y() - a.y())) {
                isInside = !isInside;
            }
        }
        return isInside;
    }

    @Test
    void ringsAreClosedInsideTheBoxAndTurnAsGeoJsonHasIt() {
        Outline outline = europe();

        assertThat(rings(outline, true)).hasSizeGreaterThan(40).allSatisfy(ring -> {
            assertThat(ring).hasSizeGreaterThan(3);
            assertThat(ring.get(0)).isEqualTo(ring.get(ring.size() - 1));
            assertThat(Ring.doubleArea(ring)).isPositive();
            assertThat(ring).allSatisfy(point -> {
                assertThat(point.x()).isBetween(EUROPE.west() - 0.005, EUROPE.east() + 0.005);
                assertThat(point.y()).isBetween(EUROPE.south() - 0.005, EUROPE.north() + 0.005);
            });
        });
    }

    @Test
    void aMapIsSmallAndHasTwoDecimals() {
        String json = JsonMapper.shared().writeValueAsString(europe());

        assertThat(json.length()).isBetween(30_000, 250_000);
        assertThat(json).doesNotContainPattern("\\.\\d{3}");
    }

    @Test
    void sitesOnTwoContinentsGetTheWholeWorldInLessDetail() {
        MapBox box = MapBox.around(List.of(new MapPoint(48.9, 2.3, "Paris"), new MapPoint(35.7, 139.7, "Tokyo")))
                .orElseThrow();
        Outline world = Outline.of(ATLAS, box, Outline.codes());

        assertThat(box.isWorld()).isTrue();
        assertThat(world.features()).hasSizeGreaterThan(120);
        assertThat(JsonMapper.shared().writeValueAsString(world).length()).isLessThan(250_000);
        assertThat(rings(world, false))
                .as("holes, as that of South Africa")
                .isNotEmpty()
                .allSatisfy(ring -> assertThat(Ring.doubleArea(ring)).isNegative());
    }

    @Test
    void oneSiteHasAMapAroundIt() {
        Optional<MapBox> box = MapBox.around(List.of(new MapPoint(50, 8, "Mainz")));

        assertThat(box).contains(new MapBox(5, 47, 11, 53));
        assertThat(MapBox.around(List.of())).isEmpty();
    }

    @Test
    void clippingKeepsWhatIsInside() {
        List<Ring.Point> square = List.of(
                new Ring.Point(0, 0),
                new Ring.Point(4, 0),
                new Ring.Point(4, 4),
                new Ring.Point(0, 4),
                new Ring.Point(0, 0));

        assertThat(Ring.doubleArea(Ring.clipped(square, new MapBox(1, 1, 3, 9))))
                .isEqualTo(2 * 2 * 3);
        assertThat(Ring.clipped(square, new MapBox(-1, -1, 5, 5))).isEqualTo(square);
        assertThat(Ring.clipped(square, new MapBox(5, 5, 6, 6))).isEmpty();
    }

    @Test
    void simplifyingKeepsWhatIsFartherThanTheTolerance() {
        List<Ring.Point> line = List.of(
                new Ring.Point(0, 0),
                new Ring.Point(1, 0.01),
                new Ring.Point(2, 1),
                new Ring.Point(3, 0.02),
                new Ring.Point(4, 0));

        assertThat(Ring.simplified(line, 0.6)).containsExactly(line.get(0), line.get(2), line.get(4));
        assertThat(Ring.simplified(line, 0)).isEqualTo(line);
    }
}
