package org.tafsim.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tafsim.model.ArrivalSpec;
import org.tafsim.model.Scenario;
import org.tafsim.model.Site;

class OverridesTest {

    @Test
    void aPathReplacesAValue() {
        Scenario scenario = Readers.read(Readers.valid(), set("run.duration=2 h"), set("apps[0].prompt=100"));

        assertThat(scenario.run().durationNanos()).isEqualTo(7_200_000_000_000L);
        assertThat(scenario.apps().get(0).prompt().maxTokens()).isEqualTo(100);
    }

    @Test
    void aSelectorPicksItemsByAKey() {
        Scenario scenario = Readers.read(Readers.valid(), set("apps[id=chat].arrivals.rate=120 /s"));

        assertThat(scenario.apps().get(0).arrivals()).isEqualTo(new ArrivalSpec.Poisson(120));
    }

    @Test
    void aStarPicksAllItems() {
        Scenario scenario = Readers.read(Readers.valid(), set("sites[*].uplink=1 Gbit/s"));

        assertThat(scenario.sites()).extracting(Site::uplinkBitsPerSecond).containsExactly(1e9, 1e9);
    }

    @Test
    void keysThatAreNotThereAreAddedAndListsAreYaml() {
        Scenario scenario = Readers.read(
                Readers.valid(), set("sites[id=core].custody.keys=[DE, NO]"), set("policies=[nearest, random]"));

        assertThat(scenario.sites().get(1).custody().keyCountries()).containsExactly("DE", "NO");
        assertThat(scenario.policies()).hasSize(2);
    }

    @Test
    void aTextIsTakenAsItIs() {
        Scenario scenario = Readers.read(Readers.valid(), ScenarioOverride.ofText("name", "C:\\my traces: [a] #1.csv"));

        assertThat(scenario.name()).isEqualTo("C:\\my traces: [a] #1.csv");
    }

    @Test
    void theLastOverrideOfAPathCounts() {
        Scenario scenario = Readers.read(Readers.valid(), set("run.seed=1"), set("run.seed=2"));

        assertThat(scenario.run().seed()).isEqualTo(2);
    }

    @Test
    void overridesComeBeforeTemplates() {
        String text = Readers.valid().replace("sites:\n", """
                templates:
                  small: {tier: far-edge, operator: telco}
                sites:
                  - {template: small, id: "x-{city}", per: city, where: {countries: [NO], largest: 3}}
                """);

        Scenario scenario = Readers.read(text, set("templates.small.tier=cloud"), set("sites[0].where.largest=2"));

        assertThat(scenario.sites()).hasSize(4);
        assertThat(scenario.sites().get(0).tier()).hasToString("CLOUD");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            run.duratoin=1 s      | --set run.duratoin: the run has no key 'duratoin'. Maybe 'duration'?
            runn.duration=1 s     | --set runn.duration: runn: a scenario has no key 'runn'. Maybe 'run'?
            run.duration=1 hour   | --set run.duration: "1 hour" is not a duration; expected e.g. "10 min". Maybe "1 h"?
            run.duration=         | --set run.duration: has no value; expected a duration, e.g. "10 min".
            sites[7].uplink=1     | --set sites[7].uplink: [7] picks nothing of sites, which has 2 items.
            sites[id=coer].tier=x | --set sites[id=coer].tier: [id=coer] picks nothing of sites, which has 2 items. Maybe [id=core]?
            sites.uplink=1        | --set sites.uplink: sites is a list and has no key 'uplink'. Maybe [0], [*] or [id=...] before 'uplink'.
            run[0].seed=1         | --set run[0].seed: run is a mapping; [0] picks items of a list.
            name.x=1              | --set name.x: name is a single value and has no key 'x'.
            [0].x=1               | --set [0].x: "[0].x" is not a path; expected e.g. run.duration or apps[id=chat].arrivals.rate.
            """)
    void mistakesAreToldWithTheirOverride(String override, String problem) {
        assertThat(Readers.problems(Readers.valid(), set(override))).containsExactly(problem);
    }

    @Test
    void anOverrideNeedsAValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScenarioOverride.parse("sites[id=muc]"))
                .withMessageContaining("sites[id=muc]");
    }

    private static ScenarioOverride set(String text) {
        return ScenarioOverride.parse(text);
    }
}
