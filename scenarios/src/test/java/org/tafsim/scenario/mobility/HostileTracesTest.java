package org.tafsim.scenario.mobility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tafsim.testing.SeedSource;

/** Whatever a file holds, it is read or refused, in bounded memory, by line and column. */
class HostileTracesTest {

    private final Path folder;

    HostileTracesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private List<String> problems(String text) throws IOException {
        return Traces.problems(Traces.file(folder, "t.xml", text), Traces.radius(250));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "x=\"3000.00\" | x=\"NaN\" | t.xml:5: | 'x' is \"NaN\"; expected a position (m) from",
                "x=\"3000.00\" | x=\"1e300\" | t.xml:5: | 'x' is \"1e300\"; expected a position (m)",
                "x=\"3000.00\" | k=\"1\" | t.xml:5: | <vehicle> lacks 'x', a position (m).",
                "speed=\"10.00\" pos | speed=\"-1\" pos | t.xml:3: | 'speed' is \"-1\"; expected a speed (m/s) from 0 to 1000.",
                "time=\"300.00\" | time=\"0.0\" | t.xml:5: | the timestep 0.0 s does not come after the one before it (0.0 s).",
                "time=\"300.00\" | at=\"1\" | t.xml:5: | <timestep> lacks 'time', a time (s).",
                "id=\"b\" x=\"5.0\" y=\"5.0\" speed=\"0.00\"/></timestep> | id=\"a\" x=\"5.0\" y=\"5.0\" speed=\"0.00\"/></timestep> | t.xml:4: | the vehicle 'a' is twice in a timestep.",
                "id=\"c\" x=\"1\" | x=\"1\" | t.xml:6: | a vehicle needs an 'id' of at most 200 characters.",
                "</fcd-export> | </fcd> | t.xml:9: | is not XML: ",
                "<fcd-export xmlns | <!DOCTYPE fcd-export [<!ENTITY a \"b\">]><fcd-export xmlns | t.xml:2: | has a document type (DOCTYPE), and none is read.",
            })
    void aMistakeIsToldByItsLine(String right, String wrong, String place, String message) throws IOException {
        List<String> problems =
                problems(Traces.SMALL.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong)));

        assertThat(problems).hasSize(1);
        assertThat(problems.get(0)).startsWith(place).contains(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "<graphml/>",
                "<fcd-export/>",
                "<fcd-export><timestep time='1'/></fcd-export>",
                "<fcd-export><vehicle id='a' x='1' y='1'/></fcd-export>"
            })
    void whatIsNoTraceOrShowsNobodyIsRefused(String text) throws IOException {
        assertThat(problems(text)).isNotEmpty().allMatch(problem -> problem.startsWith("t.xml"));
    }

    @Test
    void degreesAreNotTakenForMeters() throws IOException {
        String degrees = Traces.SMALL
                .replaceAll("x=\"([0-9])[0-9.]*\"", "x=\"6.1\"")
                .replaceAll(" y=\"[0-9.]*\"", " y=\"49.6\"");

        assertThat(problems(degrees)).singleElement().asString().contains("Maybe these are degrees (--fcd-output.geo)");
    }

    @Test
    void anEndlessTagAndEndlessDepthAreRefusedBeforeTheyFillTheMemory() throws IOException {
        assertThat(problems("<fcd-export><timestep time='0'><vehicle id='" + "x".repeat(1 << 20)))
                .singleElement()
                .asString()
                .contains("without the end of a tag");
        assertThat(problems("<fcd-export>" + "<a>".repeat(100_000)))
                .singleElement()
                .asString()
                .contains("inside each other");
    }

    @Test
    void anEntityFromAnotherFileIsNotFetched() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "precious");
        String text = "<!DOCTYPE fcd-export [<!ENTITY x SYSTEM \"%s\">]><fcd-export>&x;</fcd-export>"
                .formatted(secret.toUri());

        assertThat(problems(text)).isNotEmpty().noneMatch(problem -> problem.contains("precious"));
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 200)
    void aDamagedTraceIsReadOrRefused(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder(Traces.SMALL);
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            text.setCharAt(random.nextInt(text.length()), (char) (32 + random.nextInt(96)));
        }

        assertThatCode(() -> problems(text.toString())).doesNotThrowAnyException();
    }
}
