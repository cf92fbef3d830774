package org.tafsim.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tafsim.engine.MetricNames;

class MetricCatalogTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path ENGINE = ROOT.resolve("sim-core/src/main/java/org/tafsim/engine");
    private static final Pattern NAME_AND_UNIT = Pattern.compile(
            "\"([a-z][a-z0-9_]*)\",\\s*\"(count|fraction|percent|level|ms|s|h|1/s|GB|GB\\.h|k?Wh|J|g|EUR|k?W)\"");
    private static final Pattern NAME = Pattern.compile("\"([a-z][a-z0-9_]+)\"");

    @Test
    void whatGoldenRunsHaveIsInTheCatalogWithItsUnitAndScope() throws IOException {
        Set<String> unknown = new TreeSet<>();
        for (NamedCsvRecord row : goldenRows()) {
            boolean isKnown = MetricCatalog.find(row.getField("metric"))
                    .filter(metric -> metric.unit().equals(row.getField("unit")))
                    .filter(metric -> metric.hasScope(row.getField("scope")))
                    .isPresent();
            if (!isKnown) {
                unknown.add(
                        "%s (%s) of %s".formatted(row.getField("metric"), row.getField("unit"), row.getField("scope")));
            }
        }

        assertThat(unknown).isEmpty();
    }

    @Test
    void metricsOfAllRequestsAreThoseThatTheEngineNames() {
        List<String> ofAll = MetricCatalog.shipped().stream()
                .filter(metric -> metric.hasScope("all"))
                .map(MetricDefinition::name)
                .toList();

        assertThat(ofAll).containsExactlyInAnyOrderElementsOf(new LinkedHashSet<>(MetricNames.OF_ALL_REQUESTS));
    }

    /** Also of those that no golden run has. */
    @Test
    void whatTheEngineWritesHasTheCatalogsUnit() throws IOException {
        Map<String, String> units = MetricCatalog.shipped().stream()
                .collect(Collectors.toMap(MetricDefinition::name, MetricDefinition::unit));
        Map<String, String> written = new TreeMap<>();
        NAME_AND_UNIT.matcher(engineText()).results().forEach(found -> written.put(found.group(1), found.group(2)));

        assertThat(written).hasSizeGreaterThan(100);
        assertThat(units).containsAllEntriesOf(written);
    }

    @Test
    void nothingInTheCatalogIsUnknownToTheEngine() throws IOException {
        Set<String> words = NAME.matcher(engineText())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());

        assertThat(MetricCatalog.shipped())
                .map(metric -> metric.name().replaceFirst("_(mean|p\\d\\d|\\d)$|(?<=at_least_)\\d$", ""))
                .allMatch(stem -> words.contains(stem) || words.stream().anyMatch(word -> word.startsWith(stem + "_")));
        assertThat(MetricCatalog.series())
                .map(metric -> metric.name().replaceFirst("_fraction$", ""))
                .allMatch(stem -> words.contains(stem) || words.contains(stem + "_fraction"));
    }

    @Test
    void everySeriesOfTheEngineIsInTheCatalog() throws IOException {
        Set<String> written = Pattern.compile("new SeriesSample\\([^;]*?\"(?!all\")([a-z][a-z0-9_]+)\",\\s")
                .matcher(engineText())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(written).hasSizeGreaterThan(5);
        assertThat(MetricCatalog.series()).map(MetricDefinition::name).containsAll(written);
    }

    @Test
    void everyMetricIsDefinedInSentencesAndHasAPage() {
        assertThat(Stream.concat(MetricCatalog.shipped().stream(), MetricCatalog.series().stream()))
                .allSatisfy(metric -> {
                    assertThat(metric.meaning()).matches("[A-Z`].*\\.").doesNotContain("|");
                    assertThat(ROOT.resolve("docs").resolve(metric.page().replaceFirst("#.*", "")))
                            .exists();
                });
    }

    private static List<NamedCsvRecord> goldenRows() throws IOException {
        List<NamedCsvRecord> rows = new ArrayList<>();
        try (Stream<Path> files = Files.list(ROOT.resolve("results/golden"))) {
            for (Path file : files.filter(one -> one.toString().endsWith(".csv"))
                    .sorted()
                    .toList()) {
                try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
                    csv.forEach(rows::add);
                }
            }
        }
        assertThat(rows).hasSizeGreaterThan(1000);
        return rows;
    }

    private static String engineText() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.list(ENGINE)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }
}
