package org.tafsim.cli.tutorial;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pages of the tutorial follow each other, and what they say commands print is what these print. Run with
 * {@code -Dtafsim.tutorial=write} to put down what they print now, with {@code -Dtafsim.gallery=write} to draw its figure anew.
 */
class TutorialTest {

    private static final Path PAGES =
            Path.of("../docs/tutorial").toAbsolutePath().normalize();
    private static final Path FIGURE = Path.of("../docs/images/tutorial/latency-ttft.svg");
    private static final int PAGE_COUNT = 10;
    private static final int PYTHON_PAGE = 9;

    /** The last two pages need Python, and are left out where there is none. */
    @Test
    void everyCommandPrintsWhatItsPageSays(@TempDir Path folder) throws Exception {
        List<Path> pages = hasPython() ? pages() : pages().subList(0, PYTHON_PAGE - 1);
        List<List<Step>> steps = new ArrayList<>();
        for (Path page : pages) {
            steps.add(Step.listAll(Files.readString(page)));
        }
        List<Step> all = steps.stream().flatMap(List::stream).toList();
        assertThat(all).hasSizeGreaterThan(2 * pages.size());

        List<String> printed = run(all, folder);

        if ("write".equals(System.getProperty("tafsim.gallery"))) {
            Files.createDirectories(FIGURE.getParent());
            Files.copy(folder.resolve("tour/first/figures").resolve(FIGURE.getFileName()), FIGURE, REPLACE_EXISTING);
        }
        if ("write".equals(System.getProperty("tafsim.tutorial"))) {
            write(pages, steps, printed);
        } else {
            assertThat(IntStream.range(0, all.size()).boxed().toList())
                    .allSatisfy(i -> assertThat(all.get(i).tells(printed.get(i)))
                            .as("%s prints%n%s", all.get(i).command(), printed.get(i))
                            .isTrue());
        }
    }

    private static boolean hasPython() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void tenPagesLeadFromOneToTheNext() throws IOException {
        List<Path> pages = pages();
        assertThat(pages).hasSize(PAGE_COUNT);
        for (int i = 0; i < pages.size(); i++) {
            String text = Files.readString(pages.get(i));
            assertThat(text).startsWith("# %d. ".formatted(i + 1)).contains("**Goal.**", "\n## Next\n");
            assertThat(Step.listAll(text)).as("commands of " + pages.get(i)).isNotEmpty();
            String next = i + 1 < pages.size() ? pages.get(i + 1).getFileName().toString() : "../index.md";
            assertThat(text.substring(text.indexOf("\n## Next\n"))).contains("](" + next + ")");
        }
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    /** In a process of their own, whose working directory is that of a reader. */
    private static List<String> run(List<Step> steps, Path folder) throws Exception {
        Path scripts = Files.createDirectory(folder.resolve("scripts"));
        for (int i = 0; i < steps.size(); i++) {
            Files.writeString(
                    scripts.resolve("%03d.sh".formatted(i)), steps.get(i).command());
        }
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx768m",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                Session.class.getName(),
                scripts.toString());
        builder.environment()
                .put("TAFSIM_HOME", Path.of("..").toAbsolutePath().normalize().toString());
        Path log = folder.resolve("log.txt");
        int code = builder.directory(
                        Files.createDirectory(folder.resolve("tour")).toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        assertThat(code).as(Files.readString(log)).isZero();
        List<String> printed = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            String output = Files.readString(scripts.resolve("%03d.out".formatted(i)));
            String ended = Files.readString(scripts.resolve("%03d.code".formatted(i)));
            boolean isAsSaid = ended.equals(Integer.toString(steps.get(i).code()));
            printed.add(isAsSaid ? output : output + "ended with " + ended + "\n");
        }
        return printed;
    }

    private static void write(List<Path> pages, List<List<Step>> steps, List<String> printed) throws IOException {
        int first = 0;
        for (int page = 0; page < pages.size(); page++) {
            int end = first + steps.get(page).size();
            write(pages.get(page), steps.get(page), printed.subList(first, end));
            first = end;
        }
    }

    /** Leaves what is right as it is, with what it leaves out. */
    private static void write(Path page, List<Step> steps, List<String> printed) throws IOException {
        StringBuilder text = new StringBuilder(Files.readString(page));
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (!steps.get(i).tells(printed.get(i))) {
                String output = steps.get(i).retold(printed.get(i));
                boolean isNew = steps.get(i).start() == steps.get(i).end();
                text.replace(
                        steps.get(i).start(),
                        steps.get(i).end(),
                        isNew ? "\n```text\n%s```\n".formatted(output) : output);
            }
        }
        Files.writeString(page, text);
    }
}
