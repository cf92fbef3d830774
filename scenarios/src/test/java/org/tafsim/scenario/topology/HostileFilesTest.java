package org.tafsim.scenario.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tafsim.scenario.source.Place;
import org.tafsim.scenario.source.Problems;
import org.tafsim.testing.SeedSource;

/** Whatever a file holds, it is read or refused, in bounded time and memory. */
class HostileFilesTest {

    private static final String JSON = """
            {"directed": false, "graph": {"name": "n", "demands": {"0": {"7": 2.5}}},
             "nodes": [{"pos": [10.75, 59.91], "name": "Oslo", "id": 0}, {"pos": [5.32, 60.39], "name": "Bergen", "id": 7}],
             "edges": [{"source": 0, "target": 7, "dist": 305.0}]}
            """;

    private static final String NATIVE = """
            ?SNDlib native format; type: network; version: 1.0
            NODES ( Oslo ( 10.75 59.91 ) Bergen ( 5.32 60.39 ) )
            LINKS ( L1 ( Oslo Bergen ) 0.00 0.00 0.00 0.00 ( 40.00 1.00 80.00 2.00 ) )
            DEMANDS ( D1 ( Oslo Bergen ) 1 6.00 UNLIMITED )
            """;

    private static final String XML = Networks.graphMl(
            "undirected",
            Networks.node(0, "Oslo", 59.91, 10.75, "Norway")
                    + Networks.node(1, "Bergen", 60.39, 5.32, "Norway")
                    + Networks.edge(0, 1, ""));

    @Test
    void entitiesThatMultiplyAreNotReadAtAll() {
        String bomb =
                "<?xml version=\"1.0\"?>\n<!DOCTYPE graphml [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>\n"
                        + "<graphml><graph><node id=\"&b;\"/></graph></graphml>";

        assertThat(Networks.problems(bomb))
                .singleElement()
                .asString()
                .startsWith("net:")
                .contains("DOCTYPE");
    }

    @Test
    void anEntityFromAnotherFileIsNotFetched(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "precious");
        String text =
                "<!DOCTYPE graphml [<!ENTITY x SYSTEM \"%s\">]><graphml><graph><node id=\"a\"><data>&x;</data></node>"
                        .formatted(secret.toUri());

        assertThat(Networks.problems(text)).noneMatch(problem -> problem.contains("precious"));
    }

    @Test
    void anEntityThatNobodyDeclaredIsToldByItsLine() {
        assertThat(Networks.problems("<graphml>\n<graph>&nothing;</graph></graphml>"))
                .singleElement()
                .asString()
                .startsWith("net:2:")
                .contains("is not XML");
    }

    @Test
    void elementsDeepInsideEachOtherAreRefused() {
        assertThat(Networks.problems("<graphml>".repeat(100_000)))
                .singleElement()
                .asString()
                .contains("more than 50 inside each other");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "hello", "[1, 2]", "<html></html>", "{}", "{\"nodes\": 3}", "{\"nodes\": []}", "<graphml/>"})
    void whatIsNoTopologyIsRefused(String text) {
        assertThat(Networks.problems(text)).isNotEmpty().allMatch(problem -> problem.startsWith("net"));
    }

    @Test
    void aGraphWithoutNodesIsRefused() {
        assertThat(Networks.problems("<graphml><graph/></graphml>")).containsExactly("net: holds no node.");
        assertThat(Networks.problems(SndlibNativeReader.HEADER + "\nNODES ( )\n"))
                .containsExactly("net: holds no node.");
    }

    @Test
    void aTruncatedFileIsToldByTheLineWhereItEnds() {
        assertThat(Networks.problems(JSON.substring(0, JSON.length() - 20)))
                .singleElement()
                .asString()
                .startsWith("net:3:")
                .contains("is not JSON");
        assertThat(Networks.problems(XML.substring(0, XML.length() - 20)))
                .singleElement()
                .asString()
                .startsWith("net:")
                .contains("is not XML");
        assertThat(Networks.problems(NATIVE.substring(0, NATIVE.indexOf("80.00"))))
                .singleElement()
                .asString()
                .startsWith("net:3:")
                .contains("the file ends where");
    }

    @Test
    void aLinkOfJsonToNowhereIsToldByItsLine() {
        assertThat(Networks.problems(JSON.replace("\"target\": 7", "\"target\": 8")))
                .singleElement()
                .asString()
                .startsWith("net:3:")
                .contains("a link ends at '8', which is no node of the file.");
    }

    @Test
    void aModuleWithoutItsCostIsToldByLineAndColumn() {
        assertThat(Networks.problems(NATIVE.replace(" 2.00 )", " )")))
                .singleElement()
                .asString()
                .startsWith("net:3:")
                .contains("\")\" stands where the cost of a module (a number) is expected.");
    }

    @Test
    void aFileLargerThanFourMebibytesIsNotRead(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("large.json"), new byte[(4 << 20) + 1]);
        Problems problems = new Problems();

        assertThat(Networks.FILES.read(file, TopologyChoices.none(), problems)).isEmpty();
        assertThat(problems.list()).singleElement().asString().endsWith("is larger than 4 MiB.");
    }

    @Test
    void moreNodesThanAreSearchedAreRefusedOnce() {
        StringBuilder nodes = new StringBuilder();
        for (int i = 0; i <= TopologyDraft.MOST_NODES + 1; i++) {
            nodes.append("N").append(i).append(" ( 10.1 59.9 ) ");
        }

        assertThat(Networks.problems(SndlibNativeReader.HEADER + "\nNODES ( " + nodes + ")"))
                .singleElement()
                .asString()
                .contains("more than 5000 nodes");
    }

    @Test
    void linksToNowhereAreToldUpToAHundred() {
        String links = "L ( Oslo Nowhere ) 0 0 0 0 ( )\n".repeat(20_000);

        assertThat(Networks.problems(NATIVE.replaceFirst("LINKS \\(", "LINKS ( " + links)))
                .hasSize(100)
                .first()
                .asString()
                .startsWith("net:3:");
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 300)
    void aFileWithBytesChangedIsReadOrRefusedNeverWorse(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        String text = new String[] {JSON, NATIVE, XML}[random.nextInt(3)];
        StringBuilder changed = new StringBuilder(text);
        for (int i = random.nextInt(1, 6); i > 0; i--) {
            int at = random.nextInt(changed.length());
            switch (random.nextInt(3)) {
                case 0 -> changed.deleteCharAt(at);
                case 1 -> changed.insert(at, (char) random.nextInt(1, 0x250));
                default -> changed.setCharAt(at, changed.charAt(random.nextInt(changed.length())));
            }
        }
        Problems problems = new Problems();

        assertThatCode(() -> {
                    boolean isRead = Networks.FILES
                            .read(Place.of("net"), "net", changed.toString(), TopologyChoices.none(), problems)
                            .isPresent();
                    assertThat(isRead).isEqualTo(problems.isEmpty());
                })
                .doesNotThrowAnyException();
    }
}
