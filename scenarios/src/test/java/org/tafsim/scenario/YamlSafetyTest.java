package org.tafsim.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are no scenarios, by accident or by intent. */
class YamlSafetyTest {

    @Test
    void aBareNoIsNorway() {
        String text = Readers.valid().replace("seat: DE", "seat: NO, controlledFrom: [NO, SE]");

        assertThat(Readers.read(text).operators().get(0).seatCountry()).isEqualTo("NO");
        assertThat(Readers.read(text).operators().get(0).controlledFrom()).containsExactly("NO", "SE");
    }

    @Test
    void aliasesDoNotExpand() {
        String bomb = "a: &a [x]\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b]\n" + Readers.valid();

        assertThat(Readers.problems(bomb))
                .contains("test.yaml:2:8: b[0]: YAML anchors and aliases are not read. Maybe use templates.");
    }

    @Test
    void depthIsLimited() {
        String deep = Readers.valid() + "description: " + "[".repeat(100_000);

        assertThat(Readers.problems(deep))
                .singleElement()
                .asString()
                .startsWith("test.yaml:27:")
                .endsWith("lists and mappings are nested deeper than 32 levels.");
    }

    @Test
    void aFileThatIsNoMappingIsRefused() {
        assertThat(Readers.problems(""))
                .containsExactly("test.yaml: the file is empty; expected a mapping, as \"kind: Scenario\".");
        assertThat(Readers.problems("# only a comment\n")).hasSize(1);
        assertThat(Readers.problems("- a\n"))
                .containsExactly("test.yaml:1:1: the file is a list; expected a mapping with kind: Scenario.");
        assertThat(Readers.problems("hello"))
                .containsExactly("test.yaml:1:1: the file is a single value; expected a mapping with kind: Scenario.");
    }

    @Test
    void controlCharactersAreRefusedWhereTheyStand() {
        assertThat(Readers.problems(Readers.valid().replace("name: small", "name: sm\u0007all")))
                .containsExactly("test.yaml:3:9: the control character U+0007 is no text.");
    }

    @Test
    void aFileThatIsNotThereIsToldByItsName(@TempDir Path folder) {
        Path missing = folder.resolve("missing.yaml");

        assertThatExceptionOfType(ScenarioException.class)
                .isThrownBy(() -> Readers.reader().read(missing, List.of()))
                .withMessage(missing + ": does not exist.");
        assertThatExceptionOfType(ScenarioException.class)
                .isThrownBy(() -> Readers.reader().read(folder, List.of()))
                .withMessage(folder + ": is not a file.");
    }

    @Test
    void aFileOfAnotherEncodingIsRefused(@TempDir Path folder) throws IOException {
        Path latin = folder.resolve("latin.yaml");
        Files.write(latin, "name: Málaga".getBytes(StandardCharsets.ISO_8859_1));

        assertThatExceptionOfType(ScenarioException.class)
                .isThrownBy(() -> Readers.reader().read(latin, List.of()))
                .withMessage(latin + ": is not UTF-8 text.");
    }

    @Test
    void aByteOrderMarkAndWindowsLineEndsDoNotMatter(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("windows.yaml");
        Files.writeString(file, "\uFEFF" + Readers.valid().replace("\n", "\r\n"));

        assertThat(Readers.reader().read(file, List.of())).isEqualTo(Readers.read(Readers.valid()));
    }

    @Test
    void whatNoMemoryHoldsIsNotMade() {
        String sites = Readers.valid()
                .replace("- id: edge\n    city: Munich", "- id: \"edge-{city}-{n}\"\n    per: city\n    count: 9000");
        String replicas = Readers.valid()
                .replace("accelerators: {L4: 2}", "accelerators: {L4: 200000}")
                .replace("serve: [", "serve: [{model: llama-3.1-8b, replicas: 9999}, ")
                .replace("- id: edge\n    city: Munich", "- id: \"edge-{city}\"\n    per: city");

        assertThat(Readers.problems(sites)).contains("test.yaml:8:5: sites[0]: this makes more than 100000 entries.");
        assertThat(Readers.problems(replicas))
                .contains("test.yaml:14:13: sites[0].serve[0]: this makes more than 100000 replicas.");
    }

    @Test
    void aHugeFileIsNotRead(@TempDir Path folder) throws IOException {
        Path huge = folder.resolve("huge.yaml");
        Files.write(huge, new byte[5 << 20]);

        assertThatExceptionOfType(ScenarioException.class)
                .isThrownBy(() -> Readers.reader().read(huge, List.of()))
                .withMessage(huge + ": is larger than 4 MiB.");
    }

    @Test
    void everythingWrongIsToldAtOnceInTheOrderOfTheLines() {
        String wrong = Readers.valid()
                .replace("1 min", "1")
                .replace("seat: DE", "seat: XX")
                .replace("10 Gbit/s", "10 Gbps")
                .replace("PER", "P")
                .replace("nearest", "neerest");

        assertThatExceptionOfType(ScenarioException.class)
                .isThrownBy(() -> Readers.read(wrong))
                .satisfies(e -> assertThat(e.problems())
                        .extracting(problem -> problem.line())
                        .containsExactly(4, 6, 12, 21, 26));
    }
}
