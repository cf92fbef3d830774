package org.tafsim.cli.docs;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tafsim.cli.Commanded;

/** The gallery shows every scenario; its numbers are those of golden runs. Run with {@code -Dtafsim.gallery=write} to make it anew. */
class GalleryTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path PAGE = ROOT.resolve("docs/gallery.md");
    private static final Path IMAGES = ROOT.resolve("docs/images/gallery");
    private static final Pattern SECTION = Pattern.compile("(?ms)^## (\\S+)\\n(.*?)(?=^## |\\z)");
    private static final Pattern PLACE = Pattern.compile("\\{([^{}|]+\\|[^{}]+)\\}");
    private static final Pattern FIGURE = Pattern.compile("\\*([^*]+)\\* \\[([a-z0-9-]+)\\]");
    private static final int MOST_BYTES = 60_000;

    @Test
    void thePageSaysWhatGoldenRunsGave(@TempDir Path folder) throws IOException {
        String template = template();
        String page = SECTION.matcher(template).replaceAll(section -> Matcher.quoteReplacement(told(section)));
        if ("write".equals(System.getProperty("tafsim.gallery"))) {
            draw(template, folder);
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    @Test
    void everyScenarioHasASectionAndASmallPicture() throws IOException {
        List<String> sections = SECTION.matcher(template())
                .results()
                .map(section -> section.group(1))
                .toList();
        try (Stream<Path> files = Files.list(ROOT.resolve("scenarios"))) {
            assertThat(sections)
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.getFileName().toString())
                                    .filter(name -> name.endsWith(".yaml"))
                                    .map(name -> name.replace(".yaml", ""))
                                    .toList());
        }

        assertThat(sections)
                .map(name -> IMAGES.resolve(name + ".svg"))
                .allSatisfy(image -> assertThat(image)
                        .exists()
                        .content(StandardCharsets.UTF_8)
                        .startsWith("<")
                        .satisfies(text -> assertThat(text.length()).isLessThan(MOST_BYTES)));
    }

    /** A section with the numbers of its run in place of their names, a link to its file, and its picture. */
    private static String told(MatchResult section) {
        String name = section.group(1);
        try {
            GoldenNumbers numbers = new GoldenNumbers(ROOT.resolve("results/golden/" + name + ".summary.csv"));
            String text = PLACE.matcher(section.group(2))
                    .replaceAll(place -> Matcher.quoteReplacement(numbers.text(place.group(1))));
            return "## " + name + "\n"
                    + FIGURE.matcher(text)
                            .replaceFirst(
                                    "*$1* [`%1$s.yaml`](../scenarios/%1$s.yaml)\n\n![%1$s: $2](images/gallery/%1$s.svg)"
                                            .formatted(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void draw(String template, Path folder) throws IOException {
        Files.createDirectories(IMAGES);
        for (MatchResult section : SECTION.matcher(template).results().toList()) {
            String name = section.group(1);
            Path out = folder.resolve(name);
            ByteArrayOutputStream printed = new ByteArrayOutputStream();
            int code = Commanded.by(command(name, out), printed);
            assertThat(code).as(printed.toString(StandardCharsets.UTF_8)).isZero();
            Matcher figure = FIGURE.matcher(section.group(2));
            assertThat(figure.find()).as(name).isTrue();
            Files.copy(
                    out.resolve("figures/" + figure.group(2) + ".svg"),
                    IMAGES.resolve(name + ".svg"),
                    REPLACE_EXISTING);
        }
    }

    /** The golden run of a scenario. */
    private static String[] command(String name, Path out) throws IOException {
        List<String> words = new ArrayList<>(
                List.of("run", ROOT.resolve("scenarios/" + name + ".yaml").toString()));
        words.addAll(List.of("--quiet", "--no-report", "--out", out.toString()));
        String run = Files.readAllLines(ROOT.resolve("results/golden/runs.txt")).stream()
                .filter(line -> line.equals(name) || line.startsWith(name + ": "))
                .collect(Collectors.joining());
        if (run.contains(": ")) {
            Arrays.stream(run.split(": ", 2)[1].split("; ", -1)).forEach(set -> words.addAll(List.of("--set", set)));
        }
        return words.toArray(new String[0]);
    }

    private static String template() throws IOException {
        try (InputStream in = Objects.requireNonNull(GalleryTest.class.getResourceAsStream("gallery.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
