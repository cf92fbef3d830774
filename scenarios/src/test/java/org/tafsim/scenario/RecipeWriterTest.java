package org.tafsim.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tafsim.model.App;
import org.tafsim.model.ArrivalSpec;
import org.tafsim.model.ArrivalSpec.Clients;
import org.tafsim.model.ArrivalSpec.Renewal;
import org.tafsim.model.ArrivalSpec.Renewal.Family;
import org.tafsim.model.DiurnalProfile;
import org.tafsim.model.LengthSpec;
import org.tafsim.model.Population;
import org.tafsim.scenario.source.Problems;
import org.tafsim.scenario.trace.ServeGenWindows;
import org.tafsim.scenario.trace.TelecomGrid;
import org.tafsim.scenario.trace.fit.LengthFit;
import org.tafsim.scenario.trace.fit.Recipe;
import org.tafsim.scenario.trace.fit.WeightedTokens;

/** What a fit writes, a scenario reads back. */
class RecipeWriterTest {

    private static final Path FIXTURES = Path.of("src", "test", "resources", "traces");

    private static App readBack(Recipe recipe) {
        String lines = RecipeWriter.app(recipe).stream()
                .map(line -> "    " + line + "\n")
                .collect(Collectors.joining());
        String text = Readers.valid().replace("    arrivals: {rate: 2 /s}\n    prompt: 512\n    output: 128\n", lines);
        return Readers.read(text).apps().get(0);
    }

    @Test
    void everyPartOfARecipeReadsBackTheSame() {
        WeightedTokens tokens = WeightedTokens.of(new int[] {3, 17, 17, 200, 4000, 4000, 4000});
        DiurnalProfile profile = new DiurnalProfile(Collections.nCopies(24, 1.0), 18.25);
        for (LengthFit fit : LengthFit.all(tokens)) {
            if (fit.spec().isPresent()) {
                Recipe recipe = new Recipe(
                        new Renewal(5.5268, Family.GAMMA, 1.0716), Optional.of(profile), fit.spec(), fit.spec());

                App app = readBack(recipe);

                assertThat(app.arrivals()).isEqualTo(recipe.arrivals());
                assertThat(app.profile()).contains(profile);
                assertThat(app.prompt()).isEqualTo(fit.spec().get());
                assertThat(app.output()).isEqualTo(fit.spec().get());
            }
        }
    }

    @Test
    void clientsReadBackWindowByWindow() {
        ServeGenWindows client = ServeGenWindows.read(FIXTURES.resolve("servegen-client.csv"), new Problems())
                .orElseThrow();
        ArrivalSpec arrivals = Recipe.arrivals(List.of(client, client));
        LengthSpec fixed = new LengthSpec.Fixed(9);

        App app = readBack(new Recipe(arrivals, Optional.empty(), Optional.of(fixed), Optional.of(fixed)));

        assertThat(app.arrivals()).isEqualTo(arrivals);
        Clients.Client first = ((Clients) app.arrivals()).clients().get(0);
        assertThat(first.family()).isEqualTo(Family.WEIBULL);
        assertThat(first.windowNanos()).isEqualTo(600_000_000_000L);
        assertThat(first.windows())
                .containsExactly(
                        new Clients.Window(2, 1.5),
                        new Clients.Window(0, 1),
                        new Clients.Window(4, 1),
                        new Clients.Window(1, 3));
    }

    /** The largest of the files at hand: rates of all windows are kept to six digits. */
    @Test
    void aPublishedClientKeepsItsMeanRate() {
        Path file = Path.of("..", "..", "shared", "data", "servegen", "m-large", "chunk-0-trace.csv");
        assumeTrue(Files.exists(file), "ServeGen's files are not beside the project: " + file);
        ServeGenWindows client = ServeGenWindows.read(file, new Problems()).orElseThrow();
        LengthSpec fixed = new LengthSpec.Fixed(9);

        App app = readBack(
                new Recipe(Recipe.arrivals(List.of(client)), Optional.empty(), Optional.of(fixed), Optional.of(fixed)));

        List<Clients.Window> windows =
                ((Clients) app.arrivals()).clients().get(0).windows();
        assertThat(windows).hasSize(2016);
        assertThat(windows.stream()
                        .mapToDouble(Clients.Window::requestsPerSecond)
                        .average()
                        .orElseThrow())
                .isCloseTo(client.meanRate(), within(1e-5 * client.meanRate()));
    }

    @Test
    void blocksOfAGridArePopulationsThatReadBack() {
        TelecomGrid grid = TelecomGrid.read(
                        FIXTURES.resolve("telecom-grid.tsv"), TelecomGrid.Activity.INTERNET, new Problems())
                .orElseThrow();
        RecipeWriter.GridPlace place =
                new RecipeWriter.GridPlace("milan", "IT", 45.3567, 9.0115, "sa-midband", "local");
        String entries = RecipeWriter.populations(grid, 10, place).stream()
                .map(entry -> "  - " + entry + "\n")
                .collect(Collectors.joining());

        List<Population> populations = Readers.read(Readers.valid()
                        .replace("  - {id: munich, city: Munich, access: sa-midband, upf: local}\n", entries))
                .populations();

        assertThat(populations).hasSize(5);
        assertThat(populations.stream().mapToDouble(Population::weight).sum()).isCloseTo(1, within(1e-5));
        Population middle = populations.get(2);
        assertThat(middle.id()).isEqualTo("milan-5-4");
        assertThat(middle.weight()).isCloseTo(100 / grid.total(), within(1e-6));
        assertThat(middle.location().latitudeDegrees()).isCloseTo(45.3567 + 5.5 * 2350 / 111_195, within(1e-5));
        assertThat(RecipeWriter.day(grid, ZoneOffset.UTC)).isEmpty();
    }
}
