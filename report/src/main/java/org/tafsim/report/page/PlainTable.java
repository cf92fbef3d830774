package org.tafsim.report.page;

import java.util.ArrayList;
import java.util.List;

/** The table of a page as plain text, for readers without scripts. */
final class PlainTable {

    private static final String GAP = "  ";

    private PlainTable() {}

    static String of(PageData data) {
        List<List<String>> lines = new ArrayList<>();
        List<String> heading = new ArrayList<>(List.of("", ""));
        heading.addAll(data.policies());
        lines.add(heading);
        String section = "";
        for (TableEntry entry : data.table()) {
            if (!entry.section().equals(section)) {
                section = entry.section();
                lines.add(List.of(section));
            }
            List<String> line = new ArrayList<>(List.of(GAP + entry.label(), entry.unit()));
            line.addAll(entry.cells());
            lines.add(line);
        }
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(padded(line, lines).stripTrailing()).append('\n'));
        return text.toString();
    }

    private static String padded(List<String> line, List<List<String>> lines) {
        StringBuilder text = new StringBuilder();
        for (int column = 0; column < line.size(); column++) {
            int index = column;
            int width = lines.stream()
                    .filter(other -> other.size() > index)
                    .mapToInt(other -> length(other.get(index)))
                    .max()
                    .orElse(0);
            text.append(line.get(column))
                    .append(" ".repeat(width - length(line.get(column))))
                    .append(GAP);
        }
        return text.toString();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
