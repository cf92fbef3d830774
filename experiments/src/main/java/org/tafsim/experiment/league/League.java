package org.tafsim.experiment.league;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/**
 * The league table.
 *
 * @param matches in the order of the scenarios
 * @param standings by mean place, then by wins, the more the better, then in the order of the policies
 */
public record League(List<Match> matches, List<Standing> standings) {

    /** Copies. */
    public League {
        matches = List.copyOf(matches);
        standings = List.copyOf(standings);
    }

    /**
     * A policy over all scenarios.
     *
     * @param rank 1 + number of policies whose mean place or, of equals, wins are better
     * @param meanPlace over all scenarios; an absence counts as the last place, by number of policies
     * @param wins scenarios where no policy was found better
     * @param places by scenario; empty where it was absent
     */
    public record Standing(String policy, int rank, double meanPlace, int wins, List<OptionalInt> places) {

        /** Copies. */
        public Standing {
            places = List.copyOf(places);
        }

        /** Scenarios where it has a place. */
        public int played() {
            return (int) places.stream().filter(OptionalInt::isPresent).count();
        }
    }

    /** The table of some matches. */
    static League of(List<String> policies, List<Match> matches) {
        Comparator<Standing> best = Comparator.comparingDouble(Standing::meanPlace)
                .thenComparing(Comparator.comparingInt(Standing::wins).reversed());
        List<Standing> sorted = new ArrayList<>();
        policies.forEach(policy -> sorted.add(standing(policy, policies.size(), matches)));
        sorted.sort(best);
        List<Standing> ranked = new ArrayList<>();
        for (Standing standing : sorted) {
            int rank = 1
                    + (int) sorted.stream()
                            .filter(other -> best.compare(other, standing) < 0)
                            .count();
            ranked.add(new Standing(standing.policy(), rank, standing.meanPlace(), standing.wins(), standing.places()));
        }
        return new League(matches, ranked);
    }

    private static Standing standing(String policy, int last, List<Match> matches) {
        List<OptionalInt> places = new ArrayList<>();
        for (Match match : matches) {
            places.add(match.find(policy)
                    .map(entry -> OptionalInt.of(entry.place()))
                    .orElse(OptionalInt.empty()));
        }
        double mean =
                places.stream().mapToInt(place -> place.orElse(last)).average().orElse(last);
        int wins = (int) places.stream()
                .filter(place -> place.isPresent() && place.getAsInt() == 1)
                .count();
        return new Standing(policy, 0, mean, wins, places);
    }
}
