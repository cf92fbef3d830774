package org.tafsim.network;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the law asks about a path.
 *
 * @param countries whose soil it touches (ISO codes), each once, in order from the user to the site
 * @param operators who carries it (operator ids), each once, in that order
 */
public record PathFacts(List<String> countries, List<String> operators) {

    /** Copies. */
    public PathFacts {
        countries = List.copyOf(countries);
        operators = List.copyOf(operators);
    }

    /** Collects facts along a path. */
    static final class Collector {
        private final Set<String> countries = new LinkedHashSet<>();
        private final Set<String> operators = new LinkedHashSet<>();

        Collector country(String code) {
            countries.add(code);
            return this;
        }

        Collector operator(String id) {
            operators.add(id);
            return this;
        }

        PathFacts facts() {
            return new PathFacts(new ArrayList<>(countries), new ArrayList<>(operators));
        }
    }
}
