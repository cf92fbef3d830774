package org.tafsim.report.serve;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tafsim.report.page.Page;
import org.tafsim.store.ResultFolder;

/** Knows which address means what. */
final class Desk {

    private static final int MOST_RUNS = 8;

    private final Shelf shelf;
    private final ReportShelf reports = new ReportShelf();
    private final Assets assets = new Assets();
    private final RunList runs = new RunList();
    private final Questions questions = new Questions();

    Desk(Shelf shelf) {
        this.shelf = shelf;
    }

    /**
     * Answers.
     *
     * @throws Refusal where there is no such thing
     */
    Reply answer(URI address) throws IOException {
        List<String> path = UrlText.segments(address.getRawPath());
        String query = address.getRawQuery();
        if (path.isEmpty()) {
            return assets.page();
        }
        return switch (path.get(0)) {
            case "assets" -> assets.get(path.subList(1, path.size()));
            case "results" -> file(path.subList(1, path.size()));
            case "api" -> api(String.join("/", path.subList(1, path.size())), query);
            default -> throw unknown();
        };
    }

    private Reply api(String what, @Nullable String query) throws IOException {
        return switch (what) {
            case "results" -> Reply.json(runs.of(shelf));
            case "progress" -> Reply.json(SweepList.of(shelf));
            case "overlay" -> Reply.json(Overlay.of(shelf, runs(query), one(query, "scope", "all")));
            case "diff" -> Reply.json(SettingTable.of(shelf, runs(query)));
            case "query" -> questions.ask(shelf, one(query, "sql", ""), one(query, "format", "json"));
            default -> throw unknown();
        };
    }

    private List<ResultFolder> runs(@Nullable String query) throws IOException {
        List<ResultFolder> chosen = new ArrayList<>();
        for (String key : UrlText.values(query, "run")) {
            chosen.add(shelf.find(key).orElseThrow(Desk::unknown));
        }
        if (chosen.isEmpty() || chosen.size() > MOST_RUNS) {
            throw new Refusal(
                    Refusal.WRONG, "Choose 1 to %d results; these are %d.".formatted(MOST_RUNS, chosen.size()));
        }
        return chosen;
    }

    private static String one(@Nullable String query, String name, String otherwise) {
        List<String> values = UrlText.values(query, name);
        return values.isEmpty() ? otherwise : values.get(0);
    }

    private Reply file(List<String> path) throws IOException {
        Shelf.Found found = shelf.locate(path).orElseThrow(Desk::unknown);
        return found.name().equals(Page.FILE) ? reports.get(found.folder()) : ResultFileReply.of(found);
    }

    private static Refusal unknown() {
        return new Refusal(Refusal.NOT_FOUND, "There is nothing here.");
    }
}
