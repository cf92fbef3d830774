package org.tafsim.engine;

import java.util.List;
import java.util.stream.IntStream;
import org.tafsim.model.Fact;
import org.tafsim.model.Scenario;
import org.tafsim.network.Network;
import org.tafsim.sovereignty.LawTimeline;

/** The law where traffic takes other ways than usual: rules on the countries that a way crosses see those of the ways there are. */
final class LawOfWays {

    private final Scenario scenario;
    private final AppVariants variants;
    private final ContractIndex contracts;
    private final Network usual;
    private final boolean isConcerned;

    /**
     * The law, and where requests may go by it, an index for each of its epochs.
     */
    record Compiled(LawTimeline law, List<PlacementIndex> index) {}

    /**
     * Of a scenario.
     *
     * @param usual a network of which every link is up
     */
    LawOfWays(Scenario scenario, AppVariants variants, ContractIndex contracts, Network usual) {
        this.scenario = scenario;
        this.variants = variants;
        this.contracts = contracts;
        this.usual = usual;
        isConcerned = scenario.sovereignty().mentions(Fact.PATH_COUNTRIES);
    }

    /** Whether a rule asks for ways at all. */
    boolean isConcerned() {
        return isConcerned;
    }

    /** By the ways of a network now; where none leads, by the usual one, as nobody goes there. */
    Compiled compile(Network network) {
        LawTimeline law = LawTimeline.compile(
                variants.lawfulScenario(),
                (population, site) -> (network.reaches(population, site) ? network : usual)
                        .uplinkPath(population, site)
                        .countries());
        return new Compiled(law, index(law));
    }

    /** Where requests may go by a law. */
    List<PlacementIndex> index(LawTimeline law) {
        return IntStream.range(0, law.epochs())
                .mapToObj(epoch -> new PlacementIndex(scenario, variants, contracts, law.book(epoch)))
                .toList();
    }
}
