package org.tafsim.scenario.mobility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.tafsim.testing.SeedSource;

class CellsTest {

    /** A cell in the middle of a square kilometer holds its share of 2 million random points. */
    @Test
    void aHexagonIsAsLargeAsTheCircleOfItsRadius() {
        HexagonalCells cells = new HexagonalCells(250);
        Cells.Spot spot = new Cells.Spot();
        SplittableRandom random = new SplittableRandom(5);
        long middle = cells.cellOf(0, 0, spot);
        int points = 2_000_000;
        int hits = 0;
        for (int i = 0; i < points; i++) {
            long cell = cells.cellOf(random.nextDouble(-500, 500), random.nextDouble(-500, 500), spot);
            hits += cell == middle ? 1 : 0;
        }

        double area = hits * 1e6 / points;
        assertThat(area).isCloseTo(Math.PI * 250 * 250, within(0.01 * Math.PI * 250 * 250));
    }

    /** No point is further from others of its cell than a hexagon is wide, and all of a cell are one piece around its center. */
    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 20)
    void pointsOfACellAreNoFurtherApartThanItIsWide(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double radius = random.nextDouble(10, 2000);
        HexagonalCells cells = new HexagonalCells(radius);
        Cells.Spot spot = new Cells.Spot();
        Map<Long, List<Point>> byCell = new HashMap<>();
        for (int i = 0; i < 2000; i++) {
            Point point = new Point(random.nextDouble(-5, 5) * radius, random.nextDouble(-5, 5) * radius);
            byCell.computeIfAbsent(cells.cellOf(point.x(), point.y(), spot), key -> new ArrayList<>())
                    .add(point);
        }

        assertThat(byCell.values())
                .allSatisfy(points ->
                        points.forEach(one -> points.forEach(other -> assertThat(one.distanceTo(other.x(), other.y()))
                                .isLessThanOrEqualTo(2 * HexagonalCells.SIDE_OF_RADIUS * radius + 1e-6))));
    }

    /** Who remembers where he was found is found in the same cell as who does not. */
    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 20)
    void whatASpotRemembersChangesNoCell(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> names = new ArrayList<>();
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            names.add("cell-" + random.nextInt(40));
            points.add(new Point(random.nextDouble(1000), random.nextDouble(1000)));
        }
        NearestCells cells = new NearestCells(new PointFile.Named(names, points));
        RandomWaypoint walker = new RandomWaypoint(seed, 1000, 1, 5);
        Cells.Spot spot = new Cells.Spot();
        for (int i = 0; i < 3000; i++) {
            walker.walk(1);
            assertThat(cells.cellOf(walker.x(), walker.y(), spot))
                    .isEqualTo(cells.cellOf(walker.x(), walker.y(), new Cells.Spot()));
        }
    }
}
