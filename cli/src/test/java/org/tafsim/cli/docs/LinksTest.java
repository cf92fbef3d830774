package org.tafsim.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Links lead somewhere, and every document can be found from the index. */
class LinksTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path INDEX = ROOT.resolve("docs/index.md");
    private static final List<String> FOLDERS = List.of("docs", "scenarios", "results", "notebooks", "benchmarks");

    private static List<Page> pages = List.of();

    @BeforeAll
    static void readAll() throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> top = Files.list(ROOT)) {
            top.forEach(files::add);
        }
        for (String folder : FOLDERS) {
            try (Stream<Path> below = Files.walk(ROOT.resolve(folder))) {
                below.filter(file -> !file.startsWith(ROOT.resolve("results/runs")))
                        .filter(file -> !file.toString().contains("/target/"))
                        .forEach(files::add);
            }
        }
        pages = files.stream()
                .filter(file -> file.toString().endsWith(".md"))
                .sorted()
                .map(Page::of)
                .toList();
        assertThat(pages).hasSizeGreaterThan(50);
    }

    @Test
    void everyLinkLeadsToAFileAndToAHeadingOfIt() {
        List<String> broken = new ArrayList<>();
        for (Page page : pages) {
            for (String link : page.links()) {
                Path target = page.target(link);
                boolean isThere = Files.exists(target);
                boolean hasHeading = !link.contains("#")
                        || (isThere && Page.of(target).anchors().contains(link.replaceFirst(".*#", "")));
                if (!isThere || !hasHeading) {
                    broken.add(ROOT.relativize(page.file()) + " -> " + link);
                }
            }
        }

        assertThat(broken).isEmpty();
    }

    @Test
    void everyPageIsReachedFromTheIndex() {
        Set<Path> reached = new LinkedHashSet<>(Set.of(INDEX));
        Deque<Path> ahead = new ArrayDeque<>(reached);
        while (!ahead.isEmpty()) {
            Page page = Page.of(ahead.remove());
            page.links().stream()
                    .map(page::target)
                    .filter(target -> target.toString().endsWith(".md"))
                    .filter(reached::add)
                    .forEach(ahead::add);
        }

        assertThat(pages)
                .map(Page::file)
                .filteredOn(file -> !reached.contains(file))
                .isEmpty();
    }

    @Test
    void everyImageOfTheDocumentsIsShownSomewhere() throws IOException {
        Set<Path> shown = pages.stream()
                .flatMap(page -> page.links().stream().map(page::target))
                .collect(Collectors.toSet());
        try (Stream<Path> images = Files.walk(ROOT.resolve("docs/images"))) {
            assertThat(images.filter(Files::isRegularFile))
                    .allSatisfy(image -> assertThat(shown).contains(image));
        }
    }

    /** A page that the index lists names each package of the simulator, and the table of validation has a row for each sub-model. */
    @Test
    void everyPackageOfTheSimulatorHasAPage() throws IOException {
        Page index = Page.of(INDEX);
        StringBuilder told = new StringBuilder();
        for (String link : index.links()) {
            Path target = index.target(link);
            if (target.startsWith(ROOT.resolve("docs")) && target.toString().endsWith(".md")) {
                told.append(Files.readString(target));
            }
        }
        String validation = Files.readString(ROOT.resolve("docs/validation.md"));

        assertThat(packages())
                .hasSizeGreaterThan(10)
                .allSatisfy(name -> assertThat(told.toString()).contains("`" + name + "`"));
        try (Stream<Path> models = Files.list(ROOT.resolve("docs/model"))) {
            assertThat(models).allSatisfy(model -> {
                assertThat(index.links()).contains("model/" + model.getFileName());
                assertThat(validation).contains("](model/" + model.getFileName() + ")");
            });
        }
    }

    private static List<String> packages() throws IOException {
        Path source = ROOT.resolve("sim-core/src/main/java");
        try (Stream<Path> files = Files.walk(source)) {
            return files.filter(file -> file.endsWith("package-info.java"))
                    .map(file -> source.relativize(file.getParent()).toString().replace('/', '.'))
                    .toList();
        }
    }
}
