package org.tafsim.scenario.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.tafsim.testing.SeedSource;

/** Laws of what is kept of random graphs: loops, parallel links and several parts among them. */
class TopologyPropertyTest {

    private static final double LINK = 1e9;

    /** A random graph on the map, and the parts it falls into, by an independent reckoning. */
    private static final class Drawn {
        private final SplittableRandom random;
        private final int size;
        private final int[] part;
        private final int[][] links;
        private final String text;

        Drawn(long seed) {
            random = new SplittableRandom(seed);
            size = random.nextInt(4, 30);
            part = new int[size];
            links = new int[random.nextInt(3, 45)][2];
            StringBuilder body = new StringBuilder();
            for (int i = 0; i < size; i++) {
                part[i] = i;
                body.append(
                        Networks.node(i, "n" + i, random.nextDouble(47.5, 54.5), random.nextDouble(7, 14), "Germany"));
            }
            for (int[] link : links) {
                link[0] = random.nextInt(size);
                link[1] = random.nextInt(size);
                merge(part[link[0]], part[link[1]]);
                body.append(Networks.edge(link[0], link[1], "<data key=\"d4\">1e9</data>"));
            }
            text = Networks.graphMl("undirected", body.toString());
        }

        private void merge(int one, int other) {
            for (int i = 0; i < size; i++) {
                part[i] = part[i] == one ? other : part[i];
            }
        }

        long sizeOf(int which) {
            return Arrays.stream(part).filter(of -> of == which).count();
        }

        long largest() {
            return Arrays.stream(part).mapToLong(this::sizeOf).max().orElse(0);
        }

        long parts() {
            return Arrays.stream(part).distinct().count();
        }

        /** Links that are no loops, of the part of a node. */
        long linksOfPartOf(int node) {
            return Arrays.stream(links)
                    .filter(link -> link[0] != link[1] && part[link[0]] == part[node])
                    .count();
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 100)
    void theLargestPartIsKeptWholeWithAllItsCapacity(long seed) {
        Drawn drawn = new Drawn(seed);
        assumeTrue(drawn.largest() > 1, "no two nodes are connected");

        Topology topology = Networks.read(drawn.text);

        assertThat(topology.nodes()).hasSize((int) drawn.largest());
        assertThat(topology.stated().parts()).isEqualTo((int) drawn.parts());
        int kept = Integer.parseInt(topology.nodes().get(0).name().substring(1));
        double capacity = topology.links().stream()
                .mapToDouble(link -> link.bitsPerSecond(0))
                .sum();
        assertThat(capacity).isEqualTo(drawn.linksOfPartOf(kept) * LINK);
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 100)
    void shortestPathsAreThoseOfFloydAndWarshallAndNoShorterThanTheGreatCircle(long seed) {
        Drawn drawn = new Drawn(seed);
        assumeTrue(drawn.largest() > 1, "no two nodes are connected");
        Topology topology = Networks.read(drawn.text);
        double[][] expected = floydWarshall(topology);
        Distances distances = new Distances(topology, topology::meters);

        for (int i = 0; i < expected.length; i++) {
            double[] found = distances.from(i);
            for (int j = 0; j < expected.length; j++) {
                double line = topology.nodes()
                        .get(i)
                        .location()
                        .distanceMeters(topology.nodes().get(j).location());
                assertThat(found[j]).isEqualTo(expected[i][j], within(1e-3)).isGreaterThanOrEqualTo(line - 1e-3);
            }
        }
        double diameter =
                Arrays.stream(expected).flatMapToDouble(Arrays::stream).max().orElseThrow();
        assertThat(TopologyMeasures.of(topology).diameterMeters()).isEqualTo(diameter, within(1e-3));
    }

    private static double[][] floydWarshall(Topology topology) {
        int size = topology.nodes().size();
        double[][] far = new double[size][size];
        for (int i = 0; i < size; i++) {
            Arrays.fill(far[i], Double.POSITIVE_INFINITY);
            far[i][i] = 0;
        }
        for (Topology.Link link : topology.links()) {
            far[link.from()][link.to()] = topology.meters(link);
            far[link.to()][link.from()] = topology.meters(link);
        }
        for (int via = 0; via < size; via++) {
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    far[i][j] = Math.min(far[i][j], far[i][via] + far[via][j]);
                }
            }
        }
        return far;
    }
}
