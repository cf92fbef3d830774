package org.tafsim.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tafsim.model.Battery;
import org.tafsim.model.EmbodiedCarbon;
import org.tafsim.model.EnergySpec;
import org.tafsim.model.HardwareCost;
import org.tafsim.model.PowerSpec;
import org.tafsim.model.Scenario;
import org.tafsim.model.SiteSupply;
import org.tafsim.model.SiteTariff;

/** The small scenario has an edge site in Munich and a regional one in Berlin, both of the operator telco. */
class EnergySectionTest {

    @Test
    void withoutASectionTheCatalogCounts() {
        EnergySpec energy = Readers.read(Readers.valid()).energy();

        assertThat(energy.power()).isEqualTo(new PowerSpec(0.15, 0.6, 1.5));
        assertThat(energy.eurPerAcceleratorHour()).isEqualTo(Map.of("L4", 0.6));
        assertThat(energy.tariffs().get(0)).isEqualTo(new SiteTariff("edge", 1.55, 381, 0.2359, 1.3, 1));
        assertThat(energy.tariffs().get(1).eurPerKwh()).isCloseTo(0.8 * 0.2359, within(1e-12));
    }

    @Test
    void whatIsSaidOfASiteComesBeforeWhatIsSaidOfItsKind() {
        EnergySpec energy = stated("""
                energy:
                  idle: 20 %
                  hours: {L4: 1}
                  premiums: {telco: 1.15}
                  tiers: {near-edge: {pue: 1.7, kwhFactor: 2}}
                  countries: {DE: {eurPerKwh: 0.1}}
                  sites: {core: {premium: 1, carbonGramsPerKwh: 5}}
                """);

        assertThat(energy.power()).isEqualTo(new PowerSpec(0.2, 0.6, 1.5));
        assertThat(energy.eurPerAcceleratorHour()).isEqualTo(Map.of("L4", 1.0));
        assertThat(energy.tariffs().get(0)).isEqualTo(new SiteTariff("edge", 1.7, 381, 0.2, 1.3, 1.15));
        assertThat(energy.tariffs().get(1).premium()).isEqualTo(1);
        assertThat(energy.tariffs().get(1).carbonGramsPerKwh()).isEqualTo(5);
    }

    @Test
    void hoursAreThoseOfTheCountryUnlessASiteHasItsOwn() {
        EnergySpec energy = stated("""
                energy:
                  startHour: 7
                  tiers: {near-edge: {backhaulEurPerGb: 0.05}}
                  countries: {DE: {carbonHours: electricity-sunny, priceHours: electricity-evening}}
                  sites:
                    core:
                      priceHours: flat
                      battery: {capacity: 20 kWh, power: 5 kW, by: carbon}
                """);

        SiteSupply edge = energy.tariffs().get(0).supply();
        SiteSupply core = energy.tariffs().get(1).supply();
        assertThat(energy.startHour()).isEqualTo(7);
        assertThat(edge.carbonFactor(12)).isLessThan(edge.carbonFactor(19));
        assertThat(edge.priceHours().stream().mapToDouble(factor -> factor).sum())
                .isCloseTo(24, within(1e-9));
        assertThat(edge.backhaulEurPerGb()).isEqualTo(0.05);
        assertThat(core.carbonHours()).isEqualTo(edge.carbonHours());
        assertThat(core.priceHours()).containsOnly(1.0);
        assertThat(core.battery()).contains(new Battery(20, 5, Battery.USUAL_EFFICIENCY, Battery.By.CARBON));
    }

    @Test
    void ownedHardwareAndEmbodiedCarbonAreOfTheCardsInUse() {
        EnergySpec energy = stated("""
                energy:
                  hardware: {L4: {capex: 2500, lifeYears: 4, opexPerYear: 900}, H100: {capex: 30000, lifeYears: 4}}
                  embodied: {server: 40, accelerators: {L4: 60}}
                """);

        assertThat(energy.hardware()).isEqualTo(Map.of("L4", new HardwareCost(2500, 4, 900)));
        assertThat(energy.embodied()).contains(new EmbodiedCarbon(Map.of("L4", 100.0), 5));
    }

    /** Two L4 of 72 W in a server of 1.5 times that: 108 W for the servers of the edge are 36 W a card. */
    @Test
    void thePowerCapOfASiteIsDividedAmongItsCards() {
        Scenario capped = Readers.read(Readers.valid() + "energy: {sites: {edge: {powerCap: 108 W}}}\n");
        Scenario byCard = Readers.read(Readers.valid().replace("{L4: 2}", "{L4: {count: 2, powerCap: 36 W}}"));

        assertThat(capped.replicas()).isEqualTo(byCard.replicas());
        assertThat(capped.energy()).isEqualTo(byCard.energy());
        assertThat(capped.energy().capWatts()).containsEntry("L4@36W", 36.0);
    }

    @Test
    void aPowerCapThatIsNotReachedChangesNothing() {
        assertThat(Readers.read(Readers.valid() + "energy: {sites: {edge: {powerCap: 1 kW}}}\n"))
                .isEqualTo(Readers.read(Readers.valid()));
    }

    @Test
    void aCountryThatTheCatalogKnowsNothingOfHasTheAssumptions() {
        String inZurich = Readers.valid().replace("city: Berlin", "city: Zurich");

        SiteTariff zurich = Readers.read(inZurich).energy().tariffs().get(1);

        assertThat(zurich.carbonGramsPerKwh()).isEqualTo(35);
        assertThat(zurich.eurPerKwh())
                .isCloseTo(0.8 * 0.19, within(1e-12)); // Switzerland's price is not in the catalog
    }

    @Test
    void anAcceleratorOfTheScenariosOwnIsPricedByItsSpeed() {
        EnergySpec energy = Readers.everything().energy();

        assertThat(energy.eurPerAcceleratorHour())
                .containsEntry("own-card", 3.0)
                .containsEntry("H100", 2.5);
        String bare = Readers.valid()
                .replace("{L4: 2}", "{bare: 2}")
                .replace(
                        "sites:\n",
                        "accelerators: [{id: bare, vendor: DE, bf16: 50 TFLOP/s, memory: 40 GB, bandwidth: 800 GB/s, link: 40 GB/s, power: 200 W}]\nsites:\n");
        assertThat(Readers.read(bare).energy().eurPerAcceleratorHour()).isEqualTo(Map.of("bare", 0.125));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            energy: {idel: 0.1}                         | the energy has no key 'idel'. Maybe 'idle'?
            energy: {idle: 0.9, active: 0.5}            | Maybe they are swapped.
            energy: {server: 0.5}                       | the server factor (0.5) must be at least 1
            energy: {tiers: {clod: {pue: 1.1}}}         | "clod" is not a tier; expected one of far-edge, near-edge, regional, cloud. Maybe 'cloud'?
            energy: {tiers: {cloud: {pue: 0.8}}}        | "0.8" must be at least 1
            energy: {premiums: {tleco: 1.1}}            | Maybe 'telco'?
            energy: {sites: {egde: {pue: 1.1}}}         | Maybe 'edge'?
            energy: {hours: {L5: 1}}                    | "L5" is not an accelerator
            energy: {countries: {UK: {eurPerKwh: 0.2}}} | Maybe 'GB'?
            energy: {hours: {L4: -1}}                   | not be negative
            energy: {startHour: 24}                     | "24" must be less than 24
            energy: {countries: {DE: {carbonHours: [1, 2]}}} | needs 24 factors (2 given)
            energy: {countries: {DE: {priceHours: electricity-evning}}} | Maybe 'electricity-evening'?
            energy: {sites: {edge: {powerCap: 50 W}}}   | a power cap of 16.6667 W must lie between 28.8 W, below which its memory would slow down too, and its 72 W
            energy: {sites: {edge: {powerCap: 8 Kw}}}   | Maybe "8 kW"?
            energy: {sites: {edge: {battery: {capacity: 20 kW, power: 5 kW}}}} | an energy
            energy: {sites: {edge: {battery: {capacity: 20 kWh, power: 5 kW, efficiency: 0 %}}}} | be more than zero
            energy: {sites: {edge: {battery: {capacity: 20 kWh, power: 5 kW, by: prize}}}} | Maybe 'price'?
            energy: {hardware: {L4: {capex: 2500}}}     | lifeYears
            energy: {embodied: {accelerators: {H100: 164}}} | nothing is said of L4, which replicas run on
            """)
    void mistakesAreTold(String section, String problem) {
        assertThat(Readers.problems(Readers.valid() + section + "\n"))
                .singleElement()
                .asString()
                .contains(problem);
    }

    private static EnergySpec stated(String section) {
        return Readers.read(Readers.valid() + section).energy();
    }
}
