package org.tafsim.sovereignty;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.List;
import org.tafsim.model.App;
import org.tafsim.model.Population;
import org.tafsim.model.Scenario;

/**
 * Fills a {@link RuleBook}. Asks the rules once for every distinct pair of a subject (class, sector, country) and a place (site
 * as the law sees it, countries on the path), however many populations and sites share it.
 */
final class RuleBookCompiler {
    private static final int NOT_YET = -1;

    private final Scenario scenario;
    private final PathLookup paths;
    private final CaseBuilder cases;
    private final Numbering<Subject> subjects = new Numbering<>();
    private final Numbering<Place> places = new Numbering<>();
    private final Numbering<Verdicts> verdicts = new Numbering<>();
    private final Numbering<IntBuffer> rows = new Numbering<>(); // an array that compares by content

    RuleBookCompiler(Scenario scenario, PathLookup paths) {
        this.scenario = scenario;
        this.paths = paths;
        cases = new CaseBuilder(scenario.sovereignty());
    }

    RuleBook compile() {
        int[][] placesOfPopulation = placesOfPopulations();
        int populations = scenario.populations().size();
        int[] rowOfProfile = new int[scenario.apps().size() * populations];
        Answers answers = new Answers(places.size());
        for (int app = 0; app < scenario.apps().size(); app++) {
            for (int population = 0; population < populations; population++) {
                int subject = subjects.of(
                        subject(scenario.apps().get(app), scenario.populations().get(population)));
                rowOfProfile[app * populations + population] =
                        rows.of(IntBuffer.wrap(answers.row(subject, placesOfPopulation[population])));
            }
        }
        int[][] table = rows.things().stream().map(IntBuffer::array).toArray(int[][]::new);
        return new RuleBook(cases.checks(), verdicts.things(), populations, rowOfProfile, table);
    }

    private static Subject subject(App app, Population population) {
        return new Subject(app.dataClass(), app.sector(), population.countryCode());
    }

    /** For each population and site, the number of the place. */
    private int[][] placesOfPopulations() {
        List<LegalSite> sites = LegalSite.listOf(scenario);
        int[][] numbers = new int[scenario.populations().size()][sites.size()];
        for (int population = 0; population < numbers.length; population++) {
            for (int site = 0; site < sites.size(); site++) {
                List<String> path = List.copyOf(paths.countries(population, site));
                numbers[population][site] = places.of(new Place(sites.get(site), path));
            }
        }
        return numbers;
    }

    /** Answers already given, by subject and place. */
    private final class Answers {
        private final int placeCount;
        private int[][] bySubject = {};

        Answers(int placeCount) {
            this.placeCount = placeCount;
        }

        int[] row(int subject, int[] placeOfSite) {
            int[] known = ofSubject(subject);
            int[] row = new int[placeOfSite.length];
            for (int site = 0; site < row.length; site++) {
                int place = placeOfSite[site];
                if (known[place] == NOT_YET) {
                    known[place] = verdicts.of(cases.judge(subjects.thing(subject), places.thing(place)));
                }
                row[site] = known[place];
            }
            return row;
        }

        private int[] ofSubject(int subject) {
            if (subject == bySubject.length) { // subjects are numbered in the order in which they are asked about
                int[] none = new int[placeCount];
                Arrays.fill(none, NOT_YET);
                bySubject = Arrays.copyOf(bySubject, subject + 1);
                bySubject[subject] = none;
            }
            return bySubject[subject];
        }
    }
}
