package org.tafsim.cli.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class TextTableTest {

    @Test
    void textStandsOnTheLeftAndNumbersOnTheRight() {
        TextTable table = TextTable.of("name", "count#");
        table.add("a", "7");
        table.add("long one", "1234567");

        assertThat(printed(table, Ansi.OFF)).isEqualTo("""
                        name        count
                        a               7
                        long one  1234567
                        """);
    }

    @Test
    void theWidestColumnWrapsAtWordsUntilTheTableFits() {
        TextTable table = TextTable.of("id", "text");
        table.add("x", "word ".repeat(60).strip());

        String printed = printed(table, Ansi.OFF);

        assertThat(printed.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(TextTable.WIDTH));
        assertThat(printed.lines().skip(2)).allSatisfy(line -> assertThat(line).startsWith("    word"));
    }

    @Test
    void aWordThatFitsStaysWholeAndColumnsGiveWayBesideIt() {
        String path = "a".repeat(80);
        TextTable table = TextTable.of("id", "text");
        table.add(path, "word ".repeat(20).strip());

        assertThat(printed(table, Ansi.OFF)).contains(path);
    }

    @Test
    void wordsThatDoNotFitAreCutBehindADashAndNumbersNever() {
        TextTable table = TextTable.of("policy", "other", "count#");
        table.add("filter-then-rank-".repeat(5), "x".repeat(70), "1234567890123");

        String printed = printed(table, Ansi.OFF);

        assertThat(printed.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(TextTable.WIDTH));
        assertThat(printed).contains("filter-  ", "1234567890123");
        assertThat(printed.replaceAll("[^x]", "")).hasSize(70);
    }

    @Test
    void wideCharactersTakeTwoColumns() {
        TextTable table = TextTable.of("name", "count#");
        table.add("東京", "7");

        assertThat(printed(table, Ansi.OFF)).isEqualTo("""
                        name  count
                        東京      7
                        """);
    }

    @Test
    void headingsAreBoldOnATerminalOnly() {
        TextTable table = TextTable.of("name");

        assertThat(printed(table, Ansi.ON)).contains("\u001B[1mname\u001B[");
        assertThat(printed(table, Ansi.OFF)).isEqualTo("name\n");
    }

    @Test
    void aRowWithTooFewCellsIsRefused() {
        TextTable table = TextTable.of("a", "b");

        assertThatIllegalArgumentException().isThrownBy(() -> table.add("x")).withMessageContaining("1 cells for 2");
    }

    private static String printed(TextTable table, Ansi ansi) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        table.print(out, ansi);
        out.flush();
        return text.toString().replace(System.lineSeparator(), "\n");
    }
}
