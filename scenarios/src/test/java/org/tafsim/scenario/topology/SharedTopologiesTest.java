package org.tafsim.scenario.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tafsim.model.GeoPoint;
import org.tafsim.scenario.catalog.Catalog;
import org.tafsim.scenario.catalog.Locality;
import org.tafsim.scenario.source.Place;
import org.tafsim.scenario.source.Problem;
import org.tafsim.scenario.source.Problems;
import org.tafsim.scenario.source.SourceFile;
import org.tafsim.testing.SharedData;

/** The published topologies, each with its traps. */
class SharedTopologiesTest {

    /** Drawings, and a network in a country that the catalog lacks. */
    private static final Set<String> REFUSED = Set.of("france.json", "norway.json", "RedBestel.graphml");

    /** TopoHub rounds positions to 0.01 degree: up to 0.8 km at either end. */
    private static final double ROUNDING_METERS = 1_600;

    static Stream<Path> all() {
        return Stream.of(
                        SharedData.files("topohub", ".json"),
                        SharedData.files("topology-zoo", ".graphml"),
                        SharedData.files("sndlib-native", ".txt"))
                .flatMap(List::stream);
    }

    private static Path file(String name) {
        return all().filter(file -> file.endsWith(name)).findFirst().orElseThrow();
    }

    private static Topology read(String name, boolean isEuropeOnly) {
        Problems problems = new Problems();
        return Networks.FILES
                .read(file(name), new TopologyChoices(Optional.empty(), isEuropeOnly), problems)
                .orElseThrow(() -> new AssertionError(problems.list()));
    }

    private static String refusal(String name) {
        Problems problems = new Problems();
        assertThat(Networks.FILES.read(file(name), TopologyChoices.none(), problems))
                .isEmpty();
        assertThat(problems.list()).hasSize(1);
        Problem problem = problems.list().get(0);
        return problem.message();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyFileIsReadAsAConnectedGraphOfKnownCountriesOrIsRefusedWithAReason(Path file) {
        Problems problems = new Problems();

        Optional<Topology> topology = Networks.FILES.read(file, TopologyChoices.none(), problems);

        assertThat(topology.isEmpty())
                .as(problems.list().toString())
                .isEqualTo(REFUSED.contains(file.getFileName().toString()));
        assertThat(problems.list()).hasSize(topology.isEmpty() ? 1 : 0);
        topology.ifPresent(SharedTopologiesTest::check);
    }

    private static void check(Topology topology) {
        assertThat(topology.nodes()).extracting(Topology.Node::id).doesNotHaveDuplicates();
        assertThat(topology.nodes())
                .extracting(Topology.Node::countryCode)
                .isSubsetOf(Catalog.shipped().countries().keySet());
        Set<Set<Integer>> pairs = new HashSet<>();
        assertThat(topology.links()).allSatisfy(link -> {
            assertThat(link.from()).isNotEqualTo(link.to());
            assertThat(pairs.add(Set.of(link.from(), link.to()))).isTrue();
            assertThat(link.bitsPerSecond(1)).isPositive();
        });
        assertThat(new Distances(topology, link -> 1).diameter()).isFinite();
        assertThat(topology.nodes()).hasSizeLessThanOrEqualTo(topology.stated().nodes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"geant.json", "germany50.json", "nobel-germany.json", "polska.json", "europe_nosc.json"})
    void linksAreAsLongAsTopoHubSays(String name) {
        Topology topology = read(name, false);

        assertThat(topology.links()).allSatisfy(link -> {
            double stated = link.statedMeters().orElseThrow();
            assertThat(topology.meters(link)).isEqualTo(stated, within(0.01 * stated + ROUNDING_METERS));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobel-eu.json", "nobel-eu.txt"})
    void linksOfNobelEuAreAsLongAsBetweenItsCities(String name) {
        Topology topology = read(name, false);

        assertThat(topology.nodes()).hasSize(28);
        assertThat(topology.links()).hasSize(41);
        assertThat(topology.notes()).anyMatch(note -> note.contains("degrees and minutes"));
        assertThat(errors(topology))
                .hasSize(41)
                .allSatisfy(error -> assertThat(error).isLessThan(0.04));
    }

    @Test
    void readAsDecimalDegreesNobelEuIsWrongByMuchMore() {
        Problems problems = new Problems();
        Topology decimal = Networks.FILES
                .read(file("nobel-eu.txt"), new TopologyChoices(Optional.of(Coordinates.DECIMAL), false), problems)
                .orElseThrow();

        double mean = mean(errors(read("nobel-eu.txt", false)));
        assertThat(mean).isLessThan(0.01);
        assertThat(mean(errors(decimal))).isGreaterThan(4 * mean);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    /** Relative errors of links between cities known. */
    private static List<Double> errors(Topology topology) {
        List<Double> errors = new ArrayList<>();
        for (Topology.Link link : topology.links()) {
            Locality from = Networks.GAZETTEER
                    .find(topology.nodes().get(link.from()).name())
                    .orElseThrow();
            Locality to = Networks.GAZETTEER
                    .find(topology.nodes().get(link.to()).name())
                    .orElseThrow();
            double known = from.location().distanceMeters(to.location());
            errors.add(Math.abs(topology.meters(link) / known - 1));
        }
        return errors;
    }

    @Test
    void theTwoFormsOfNobelEuHaveTheSameGraph() {
        assertThat(read("nobel-eu.json", false).nodes())
                .isEqualTo(read("nobel-eu.txt", false).nodes());
        assertThat(read("nobel-eu.json", false).demands()).hasSize(378);
        assertThat(read("nobel-eu.txt", false).demands()).hasSize(378);
    }

    @ParameterizedTest
    @ValueSource(strings = {"france.json", "norway.json"})
    void drawingsHaveNoGeography(String name) {
        assertThat(refusal(name)).contains("those of a drawing", "is no longitude and latitude");
    }

    @Test
    void aNetworkInACountryThatTheCatalogLacksIsRefusedWithTheCountryNamed() {
        assertThat(refusal("RedBestel.graphml")).contains("in Mexico, which the catalog lacks");
    }

    @Test
    void geantReachesNewYorkUnlessEuropeAloneIsAskedFor() {
        Topology world = read("geant.json", false);
        assertThat(world.nodes()).hasSize(22);
        assertThat(world.links()).hasSize(36);
        assertThat(world.nodes())
                .filteredOn(node -> node.countryCode().equals("US"))
                .hasSize(1);
        assertThat(world.notes()).anyMatch(note -> note.contains("2 nodes outside Europe"));
        assertThat(TopologyMeasures.of(world).linkMeters().get(35)).isEqualTo(6_797_000, within(20_000.0));

        Topology europe = read("geant.json", true);
        assertThat(europe.nodes()).hasSize(20);
        assertThat(TopologyMeasures.of(europe).linkMeters())
                .allSatisfy(meters -> assertThat(meters).isLessThan(3_000_000));
    }

    @ParameterizedTest
    @CsvSource({
        "DeutscheTelekom.graphml, 4", // disconnected
        "Nordu2010.graphml, 2",
        "Geant2012.graphml, 1"
    })
    void partsAreCountedAndTheLargestIsKept(String name, int parts) {
        Topology topology = read(name, false);

        assertThat(topology.stated().parts()).isEqualTo(parts);
        assertThat(topology.notes().stream().anyMatch(note -> note.contains("kept the largest")))
                .isEqualTo(parts > 1);
    }

    @Test
    void multigraphsAreMergedWithTheirCapacities() {
        Topology garr = read("Garr201201.graphml", false);

        assertThat(garr.stated().links()).isEqualTo(89);
        assertThat(garr.links().size()).isLessThan(75);
        assertThat(garr.notes()).anyMatch(note -> note.contains("parallel links"));
        assertThat(read("Interoute.graphml", false).notes()).anyMatch(note -> note.contains("to itself"));
    }

    @Test
    void capacitiesOfTheZooAreThoseStated() {
        assertThat(read("Rediris.graphml", false).links())
                .allSatisfy(link ->
                        assertThat(link.unstated() + link.statedBitsPerSecond()).isPositive())
                .anySatisfy(link -> assertThat(link.statedBitsPerSecond()).isEqualTo(10e9));
    }

    @Test
    void nodesWithoutCoordinatesArePlacedByNameOrLeftOut() {
        assertThat(read("Janetbackbone.graphml", false).notes())
                .anyMatch(note -> note.contains("placed by name alone") && note.contains("Dublin"));
        Topology dfn = read("Dfn.graphml", false);
        assertThat(dfn.nodes()).hasSize(51);
        assertThat(dfn.notes()).anyMatch(note -> note.contains("left out 7 nodes without coordinates"));
    }

    @Test
    void nodesThatTheZooPutsInTheWrongPlaceAreTold() {
        assertThat(read("Colt.graphml", false).notes())
                .anyMatch(note -> note.contains("far from the city of that name") && note.contains("New York"));
        assertThat(read("Interoute.graphml", false).notes())
                .anyMatch(note -> note.contains("far from the city of that name") && note.contains("Istanbul"));
        assertThat(read("germany50.json", false).notes()).noneMatch(note -> note.contains("far from the city"));
    }

    @Test
    void repeatedNamesAndGapsInIdsDoNoHarm() {
        Topology backbone = read("europe_nosc.json", false);

        assertThat(backbone.stated()).isEqualTo(new Topology.Stated(554, 846, 1));
        assertThat(backbone.nodes()).extracting(Topology.Node::id).anyMatch(id -> id.endsWith("-2"));
        assertThat(backbone.nodes())
                .hasSizeGreaterThan(480); // the rest lies in countries that the catalog lacks, or behind them
    }

    /** Localities were written down without a look at the Zoo, so its countries judge them. */
    @Test
    void theNearestLocalityTellsTheCountryOfNearlyAllNodesOfTheZoo() {
        List<Boolean> isRight = new ArrayList<>();
        for (Path file : SharedData.files("topology-zoo", ".graphml")) {
            for (StatedTopology.Node node : stated(file).nodes()) {
                Optional<String> country = node.country().flatMap(Networks.GAZETTEER::findCountry);
                if (country.isPresent() && node.position().isPresent()) {
                    GeoPoint point = CoordinateSense.point(node.position().get(), Coordinates.DECIMAL);
                    if (Europe.contains(point, country.get())) {
                        isRight.add(
                                Networks.GAZETTEER.nearest(point).countryCode().equals(country.get()));
                    }
                }
            }
        }
        long right = isRight.stream().filter(is -> is).count();

        assertThat(isRight).hasSizeGreaterThan(900);
        assertThat((double) right / isRight.size())
                .as("%d of %d", right, isRight.size())
                .isGreaterThan(0.98);
    }

    private static StatedTopology stated(Path file) {
        Problems problems = new Problems();
        return SourceFile.read(file, problems)
                .flatMap(text -> TopologyFiles.stated(Place.of(file.toString()), "zoo", text, problems))
                .orElseThrow();
    }
}
