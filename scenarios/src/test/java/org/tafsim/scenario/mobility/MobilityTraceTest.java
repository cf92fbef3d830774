package org.tafsim.scenario.mobility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Measures of ten lines, by hand. */
class MobilityTraceTest {

    private final Path folder;

    MobilityTraceTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private MobilityTrace.Choices on(String cells, String zones) throws IOException {
        Optional<Path> cellFile =
                cells.isEmpty() ? Optional.empty() : Optional.of(Traces.file(folder, "cells.csv", cells));
        Optional<Path> zoneFile =
                zones.isEmpty() ? Optional.empty() : Optional.of(Traces.file(folder, "zones.csv", zones));
        return new MobilityTrace.Choices(OptionalDouble.empty(), cellFile, zoneFile);
    }

    /** Car a is seen for 600 s, car b for 300; car c never in two timesteps that follow each other. */
    @Test
    void vehicleTimeIsBetweenSightingsThatFollowEachOther() throws IOException {
        MobilityMeasures measures = Traces.measure(Traces.file(folder, "small.xml", Traces.SMALL), Traces.radius(500));

        assertThat(measures.vehicles()).isEqualTo(3);
        assertThat(measures.steps()).isEqualTo(4);
        assertThat(measures.spanSeconds()).isEqualTo(600);
        assertThat(measures.vehicleSeconds()).isEqualTo(900);
        assertThat(measures.meanSpeed()).isCloseTo(10 * 600 / 900.0, within(1e-9));
        assertThat(measures.stoppedShare()).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(measures.speedQuantiles()).containsExactly(0.0, 10.05, 10.05);
    }

    /** Points at 0, 4 and 8 km: car a is past 2 km at 300 s, and at 6000 m as near to the last as to the middle one. */
    @Test
    void cellsOfPointsAreThoseOfTheNearest() throws IOException {
        MobilityMeasures measures =
                Traces.measure(Traces.file(folder, "small.xml", Traces.SMALL), on("x,y\n0,0\n4000,0\n7999,0\n", ""));

        assertThat(measures.handovers()).isEqualTo(2);
        assertThat(measures.handoversPerSecond()).isCloseTo(2 / 900.0, within(1e-12));
        assertThat(measures.cells()).isEqualTo(3);
        assertThat(measures.sojourns()).isEqualTo(1);
        assertThat(measures.sojournSeconds().get(0)).isEqualTo(300);
        // neighbors are 4 km apart: so would hexagons be of √3/2 · 16 km²
        assertThat(measures.cellRadiusMeters()).isCloseTo(Math.sqrt(Math.sqrt(3) / 2 * 16e6 / Math.PI), within(1.0));
    }

    @Test
    void theFittedMovementHasTheMeasuredRate() throws IOException {
        MobilityMeasures measures = Traces.measure(Traces.file(folder, "small.xml", Traces.SMALL), Traces.radius(500));

        double model = measures.movingShare() * 2 * measures.modelSpeed() / (Math.PI * 500);
        assertThat(model)
                .isCloseTo(measures.handoversPerSecond(), within(1e-12))
                .isPositive();
    }

    /** Of the four stays in the west (a, b, c twice) that of car a ends, at 300 s; it is in the east until the end. */
    @Test
    void zonesCountStaysAndWhenTheyEnd() throws IOException {
        MobilityMeasures measures = Traces.measure(
                Traces.file(folder, "small.xml", Traces.SMALL),
                on("", "zone,x,y\nwest,0,0\nwest,0,100\neast,5000,0\n"));

        assertThat(measures.zoneCrossings()).singleElement().satisfies(crossing -> {
            assertThat(crossing.from()).isEqualTo("west");
            assertThat(crossing.to()).isEqualTo("east");
            assertThat(crossing.share()).isEqualTo(1 / 4.0);
            assertThat(crossing.seconds()).allMatch(seconds -> Math.abs(seconds - 300) < 0.5);
        });
    }

    @Test
    void aPackedFileSaysTheSameAndSpeedsMayBeMissing() throws IOException {
        Path packed = folder.resolve("small.xml.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(Traces.SMALL.getBytes(StandardCharsets.UTF_8));
        }
        Path bare = Traces.file(folder, "bare.xml", Traces.SMALL.replaceAll(" speed=\"[^\"]*\"", ""));
        MobilityMeasures plain = Traces.measure(Traces.file(folder, "small.xml", Traces.SMALL), Traces.radius(500));

        assertThat(Traces.measure(packed, Traces.radius(500))).isEqualTo(plain);
        assertThat(Traces.measure(bare, Traces.radius(500))).isEqualTo(plain);
    }

    @Test
    void wrongPointsAreToldByTheirLines() throws IOException {
        Path small = Traces.file(folder, "small.xml", Traces.SMALL);

        assertThat(Traces.problems(small, on("x,y\n1,2\n3,north\n", "zone,x\nwest,1\n")))
                .containsExactly(
                        "cells.csv:3:1: 'y' is \"north\"; expected meters.",
                        "zones.csv:2:1: has no column 'y'; expected the heading zone,x,y.");
        assertThat(Traces.problems(small, on("x,y\n", "")))
                .containsExactly("cells.csv: holds no point; expected the heading x,y and a line for each.");
        assertThat(Traces.problems(small, on("x,y\n1,1\n", "")))
                .containsExactly("cells.csv: does not tell how large cells are. Maybe state --cells-radius.");
        assertThat(Traces.problems(
                        small,
                        new MobilityTrace.Choices(
                                OptionalDouble.empty(), Optional.of(folder.resolve("none.csv")), Optional.empty())))
                .containsExactly("none.csv: does not exist.");
    }
}
