package org.tafsim.scenario.topology;

import java.util.Optional;
import java.util.OptionalDouble;
import org.tafsim.scenario.source.Place;
import org.tafsim.scenario.source.Problems;

/**
 * Reads SNDlib's native text (Orlowski et al., Networks 55(3), 2010): sections of entries in parentheses.
 *
 * <pre>
 * NODES ( id ( x y ) ... )
 * LINKS ( id ( source target ) preCapacity preCost routingCost setupCost ( {capacity cost}* ) ... )
 * DEMANDS ( id ( source target ) routingUnit value maxPathLength ... )
 * </pre>
 */
final class SndlibNativeReader {

    /** What a file of this format begins with. */
    static final String HEADER = "?SNDlib native format";

    static final String NO_UNIT = "capacities of SNDlib have no unit, and are left out";

    private static final int NUMBERS_OF_LINK = 4;

    private final SndlibTokens tokens;
    private final TopologyDraft draft;
    private final Problems problems;

    private SndlibNativeReader(Place file, String text, Problems problems) {
        tokens = new SndlibTokens(file, text);
        draft = new TopologyDraft(file, problems);
        this.problems = problems;
    }

    static Optional<StatedTopology> read(Place file, String text, String fileName, Problems problems) {
        return new SndlibNativeReader(file, text, problems).read(fileName);
    }

    private Optional<StatedTopology> read(String fileName) {
        try {
            while (tokens.hasNext()) {
                section();
            }
        } catch (SndlibTokens.Unexpected e) {
            problems.report(e.at(), String.valueOf(e.getMessage()));
        }
        draft.note(NO_UNIT);
        return draft.finish("SNDlib native", fileName, false, Optional.empty());
    }

    private void section() throws SndlibTokens.Unexpected {
        String name = tokens.word("the name of a section");
        tokens.open();
        switch (name) {
            case "NODES" -> entries(this::node);
            case "LINKS" -> entries(this::link);
            case "DEMANDS" -> entries(this::demand);
            default -> tokens.skipToEnd();
        }
    }

    /** Reads one entry behind its id. */
    @FunctionalInterface
    private interface EntryReader {
        void read(Place at, String id) throws SndlibTokens.Unexpected;
    }

    private void entries(EntryReader reader) throws SndlibTokens.Unexpected {
        while (!tokens.closes()) {
            Place at = tokens.at();
            reader.read(at, tokens.word("an id"));
        }
    }

    private void node(Place at, String id) throws SndlibTokens.Unexpected {
        Optional<StatedTopology.Position> position = Optional.empty();
        if (tokens.opens()) {
            position =
                    Optional.of(new StatedTopology.Position(tokens.number("a longitude"), tokens.number("a latitude")));
            tokens.close();
        }
        draft.node(at, id, id, position, Optional.empty());
    }

    private void link(Place at, String id) throws SndlibTokens.Unexpected {
        tokens.open();
        String source = tokens.word("the source of the link");
        String target = tokens.word("the target of the link");
        tokens.close();
        for (int i = 0; i < NUMBERS_OF_LINK; i++) {
            tokens.number("a capacity or cost");
        }
        tokens.open();
        while (!tokens.closes()) {
            tokens.number("the capacity of a module");
            tokens.number("the cost of a module");
        }
        draft.link(at, source, target, OptionalDouble.empty(), OptionalDouble.empty(), id);
    }

    private void demand(Place at, String id) throws SndlibTokens.Unexpected {
        tokens.open();
        String source = tokens.word("the source of the demand");
        String target = tokens.word("the target of the demand");
        tokens.close();
        tokens.number("the routing unit of " + id);
        double volume = tokens.number("the value of " + id);
        tokens.word("the longest path of " + id); // a number, or UNLIMITED
        draft.demand(at, source, target, volume);
    }
}
