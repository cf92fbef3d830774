package org.tafsim.scenario.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tafsim.scenario.catalog.Catalog;
import org.tafsim.scenario.catalog.City;
import org.tafsim.testing.SeedSource;

class CoordinateSenseTest {

    private static final TopologyChoices NONE = TopologyChoices.none();

    /** A chain of nodes in SNDlib's native text. */
    private static final class Chain {
        private final StringBuilder nodes = new StringBuilder();
        private final StringBuilder links = new StringBuilder();
        private String last = "";

        void add(String id, String x, String y) {
            nodes.append("  %s ( %s %s )\n".formatted(id, x, y));
            if (!last.isEmpty()) {
                links.append("  %s ( %s %s ) 0 0 0 0 ( )\n".formatted("L" + id, last, id));
            }
            last = id;
        }

        @Override
        public String toString() {
            return SndlibNativeReader.HEADER + "\nNODES (\n" + nodes + ")\nLINKS (\n" + links + ")\n";
        }
    }

    private static String degreesMinutes(double degrees) {
        long minutes = Math.round(Math.abs(degrees) * 60);
        return String.format(Locale.ROOT, "%s%d.%02d", degrees < 0 ? "-" : "", minutes / 60, minutes % 60);
    }

    private static String decimal(double degrees) {
        return String.format(Locale.ROOT, "%.2f", degrees);
    }

    @ParameterizedTest
    @CsvSource({"52.20, 52.333333", "-0.07, -0.116667", "4.51, 4.85", "20.00, 20.0", "-3.42, -3.7", "59.59, 59.983333"})
    void degreesAndMinutesBecomeDegrees(double stated, double degrees) {
        assertThat(CoordinateSense.degrees(stated)).isEqualTo(degrees, within(1e-6));
    }

    @Test
    void citiesInDegreesAndMinutesAreFoundAtTheirPlaces() {
        Chain chain = new Chain();
        for (City city : Catalog.shipped().cities().values().stream().limit(30).toList()) {
            chain.add(
                    city.slug(),
                    degreesMinutes(city.location().longitudeDegrees()),
                    degreesMinutes(city.location().latitudeDegrees()));
        }

        Topology topology = Networks.read(chain.toString());

        assertThat(topology.notes())
                .anyMatch(note -> note.contains("degrees and minutes") && note.contains("--coordinates decimal"));
        assertThat(topology.nodes())
                .allSatisfy(node -> assertThat(Networks.distanceToCity(node)).isLessThan(2_000));
    }

    @Test
    void citiesInDecimalDegreesStayWhereTheyAre() {
        Chain chain = new Chain();
        for (City city : Catalog.shipped().cities().values().stream().limit(30).toList()) {
            chain.add(
                    city.slug(),
                    decimal(city.location().longitudeDegrees()),
                    decimal(city.location().latitudeDegrees()));
        }

        Topology topology = Networks.read(chain.toString());

        assertThat(topology.notes()).noneMatch(note -> note.contains("minutes"));
        assertThat(topology.nodes())
                .allSatisfy(node -> assertThat(Networks.distanceToCity(node)).isLessThan(1_000));
    }

    @Test
    void aTownWhoseNodesShareTheirFractionsIsNotTakenForDegreesAndMinutes() {
        Chain chain = new Chain();
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 40; i++) {
            chain.add("n" + i, decimal(11.4 + random.nextInt(20) / 100.0), decimal(48.05 + random.nextInt(20) / 100.0));
        }

        assertThat(Networks.read(chain.toString()).notes()).noneMatch(note -> note.contains("minutes"));
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 100)
    void decimalDegreesAnywhereInEuropeAreNotTakenForDegreesAndMinutes(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Chain chain = new Chain();
        for (int i = 0; i < 12; i++) {
            chain.add("n" + i, decimal(random.nextDouble(0, 18)), decimal(random.nextDouble(45, 54)));
        }

        assertThat(Networks.read(chain.toString()).notes()).noneMatch(note -> note.contains("minutes"));
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 100)
    void degreesAndMinutesOfPlacesWithoutAKnownNameAreFoundOut(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Chain chain = new Chain();
        for (int i = 0; i < 25; i++) {
            chain.add("n" + i, degreesMinutes(random.nextDouble(0, 18)), degreesMinutes(random.nextDouble(45, 54)));
        }

        assertThat(Networks.read(chain.toString()).notes()).anyMatch(note -> note.contains("degrees and minutes"));
    }

    @Test
    void theUserHasTheLastWord() {
        Chain chain = new Chain();
        chain.add("Oslo", "10.45", "59.54");
        chain.add("Bergen", "5.20", "60.23");

        Topology minutes =
                Networks.read(chain.toString(), new TopologyChoices(Optional.of(Coordinates.DEGREES_MINUTES), false));
        assertThat(minutes.nodes().get(0).location().latitudeDegrees()).isEqualTo(59.9, within(1e-9));
        assertThat(Networks.read(chain.toString(), NONE)
                        .nodes()
                        .get(0)
                        .location()
                        .latitudeDegrees())
                .isEqualTo(59.54);
        assertThat(Networks.problems(chain.toString(), new TopologyChoices(Optional.of(Coordinates.PLANE), false)))
                .singleElement()
                .asString()
                .contains("a drawing", "you say so");
    }

    @Test
    void coordinatesBeyondTheGlobeAreThoseOfADrawing() {
        Chain chain = new Chain();
        chain.add("a", "482", "398");
        chain.add("b", "31", "20");

        assertThat(Networks.problems(chain.toString()))
                .singleElement()
                .asString()
                .startsWith("net: its coordinates are those of a drawing")
                .contains("482");
    }

    @Test
    void aDrawingOnTheGlobeIsToldByStatedLengthsThatAreTooShort() {
        String json = """
                {"nodes": [{"id": 1, "name": "x", "pos": [10, 50]}, {"id": 2, "name": "y", "pos": [12, 50]}],
                 "edges": [{"source": 1, "target": 2, "dist": 20}]}
                """;

        assertThat(Networks.problems(json))
                .singleElement()
                .asString()
                .contains("a drawing", "times the stated lengths");
        assertThat(Networks.read(json.replace("20}", "143.2}")).links()).hasSize(1);
    }

    @Test
    void aDrawingOnTheGlobeIsToldByCitiesThatLieElsewhere() {
        Chain chain = new Chain();
        int i = 0;
        for (String city : new String[] {"Oslo", "Bergen", "Stockholm", "Helsinki", "Madrid", "Rome"}) {
            chain.add(city, String.valueOf(10 + 7 * i), String.valueOf(5 + 9 * i));
            i++;
        }

        assertThat(Networks.problems(chain.toString()))
                .singleElement()
                .asString()
                .contains("a drawing", "the 6 cities known", "Maybe say --coordinates decimal.");
    }

    @Test
    void sndlibsXmlSaysItselfThatItsCoordinatesArePixels() {
        String xml = """
                <network xmlns="http://sndlib.zib.de/network" version="1.0"><networkStructure>
                <nodes coordinatesType="geographical">
                 <node id="Oslo"><coordinates><x>10.75</x><y>59.91</y></coordinates></node>
                 <node id="Bergen"><coordinates><x>5.32</x><y>60.39</y></coordinates></node>
                </nodes>
                <links><link id="L1"><source>Oslo</source><target>Bergen</target>
                 <additionalModules><addModule><capacity>40</capacity><cost>1</cost></addModule></additionalModules></link></links>
                </networkStructure>
                <demands><demand id="D"><source>Bergen</source><target>Oslo</target><demandValue>2.5</demandValue></demand></demands>
                </network>
                """;

        Topology topology = Networks.read(xml);

        assertThat(topology.format()).isEqualTo("SNDlib XML");
        assertThat(topology.meters(topology.links().get(0))).isEqualTo(305_000, within(3_000.0));
        assertThat(topology.demands()).containsExactly(new Topology.Demand(1, 0, 2.5));
        assertThat(Networks.problems(xml.replace("geographical", "pixel")))
                .singleElement()
                .asString()
                .contains("a drawing", "the file says so");
    }
}
