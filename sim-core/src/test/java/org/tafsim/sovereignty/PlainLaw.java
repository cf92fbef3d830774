package org.tafsim.sovereignty;

import java.util.List;
import java.util.stream.Stream;
import org.tafsim.model.App;
import org.tafsim.model.Condition;
import org.tafsim.model.Fact;
import org.tafsim.model.Operator;
import org.tafsim.model.Population;
import org.tafsim.model.Regime;
import org.tafsim.model.Rule;
import org.tafsim.model.Site;
import org.tafsim.model.Stage;

/** The law as it reads: one case at a time, on lists of words, nothing worked out in advance. The reference of the rule book. */
final class PlainLaw {
    private final World world;
    private final App app;
    private final Population population;
    private final Site site;
    private final Operator operator;
    private final List<String> path;

    PlainLaw(World world, int app, int population, int site) {
        this.world = world;
        this.app = world.apps.get(app);
        this.population = world.populations.get(population);
        this.site = world.sites.get(site);
        operator = world.operators.stream()
                .filter(known -> known.id().equals(this.site.operatorId()))
                .findFirst()
                .orElseThrow();
        path = world.countries(population, site);
    }

    Verdict verdict(Rule rule, Stage stage) {
        Truth when = ask(rule.when(), stage);
        if (when == Truth.NO) {
            return Verdict.SILENT;
        }
        Truth need = ask(rule.need(), stage);
        if (need == Truth.YES) {
            return Verdict.PERMIT;
        }
        return when == Truth.YES && need == Truth.NO ? Verdict.DENY : Verdict.UNKNOWN;
    }

    boolean isBroken(Rule rule) {
        return rule.stages().stream().anyMatch(stage -> verdict(rule, stage).isBroken());
    }

    private Truth ask(Condition condition, Stage stage) {
        if (condition instanceof Condition.AllOf all) {
            List<Truth> answers =
                    all.parts().stream().map(part -> ask(part, stage)).toList();
            return answers.contains(Truth.NO) ? Truth.NO : answers.contains(Truth.UNKNOWN) ? Truth.UNKNOWN : Truth.YES;
        }
        if (condition instanceof Condition.AnyOf any) {
            List<Truth> answers =
                    any.parts().stream().map(part -> ask(part, stage)).toList();
            return answers.contains(Truth.YES) ? Truth.YES : answers.contains(Truth.UNKNOWN) ? Truth.UNKNOWN : Truth.NO;
        }
        if (condition instanceof Condition.ClassAtLeast least) {
            return Truth.of(app.dataClass().isAtLeast(least.dataClass()));
        }
        if (condition instanceof Condition.ClassIs exact) {
            return Truth.of(app.dataClass() == exact.dataClass());
        }
        if (condition instanceof Condition.In in) {
            return isStated(in.fact(), stage)
                    ? Truth.of(in.words().containsAll(words(in.fact(), stage)))
                    : Truth.UNKNOWN;
        }
        if (condition instanceof Condition.Within within) {
            boolean stated = isStated(within.fact(), stage) && isStated(within.other(), stage);
            return stated
                    ? Truth.of(words(within.other(), stage).containsAll(words(within.fact(), stage)))
                    : Truth.UNKNOWN;
        }
        return askWordByWord(condition, stage);
    }

    /** Has and excludes ask for every word alone; a regime that nobody declared has no answer. */
    private Truth askWordByWord(Condition condition, Stage stage) {
        Fact fact = condition instanceof Condition.Has has ? has.fact() : ((Condition.Excludes) condition).fact();
        List<String> words =
                condition instanceof Condition.Has has ? has.words() : ((Condition.Excludes) condition).words();
        if (!isStated(fact, stage)) {
            return Truth.UNKNOWN;
        }
        boolean wanted = condition instanceof Condition.Has;
        List<Truth> answers = words.stream()
                .map(word -> isAnswerable(fact, word)
                        ? Truth.of(words(fact, stage).contains(word) == wanted)
                        : Truth.UNKNOWN)
                .toList();
        return answers.contains(Truth.NO) ? Truth.NO : answers.contains(Truth.UNKNOWN) ? Truth.UNKNOWN : Truth.YES;
    }

    private boolean isAnswerable(Fact fact, String word) {
        return fact != Fact.ACTOR_EXPOSURE
                || world.regimes.stream().anyMatch(regime -> regime.id().equals(word));
    }

    private boolean isStated(Fact fact, Stage stage) {
        if (fact == Fact.ACTOR_EXPOSURE) {
            return !world.regimes.isEmpty() && isStated(Fact.ACTOR_SEAT, stage) && isStated(Fact.ACTOR_CONTROL, stage);
        }
        return !words(fact, stage).isEmpty() && words(fact, stage).stream().noneMatch(String::isBlank);
    }

    private List<String> words(Fact fact, Stage stage) {
        return switch (fact) {
            case PLACE_COUNTRY ->
                switch (stage) {
                    case S3_TRANSIT -> path;
                    case S5_PROCESSING, S7_CACHE -> List.of(site.countryCode());
                    case S9_OBSERVABILITY -> site.custody().logCountries();
                    case S14_ADMINISTRATION -> site.custody().supportCountries();
                    default -> List.of();
                };
            case PLACE_CERTIFICATES -> site.custody().certificates();
            case PLACE_TIER -> List.of(site.tier().word());
            case ACTOR_SEAT -> List.of(operator.seatCountry());
            case ACTOR_CONTROL -> operator.controlledFrom();
            case ACTOR_EXPOSURE ->
                world.regimes.stream()
                        .filter(regime -> reach().anyMatch(regime.countries()::contains))
                        .map(Regime::id)
                        .toList();
            case KEY_COUNTRY -> site.custody().keyCountries();
            case PATH_COUNTRIES -> path;
            case SUBJECT_COUNTRY -> List.of(population.countryCode());
            case TENANT_SECTOR -> List.of(app.sector());
            default -> List.of();
        };
    }

    private Stream<String> reach() {
        return Stream.concat(Stream.of(operator.seatCountry()), operator.controlledFrom().stream());
    }
}
