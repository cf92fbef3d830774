package org.tafsim.cli.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tafsim.cli.console.InvalidInputException;
import org.tafsim.cli.console.Json;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.console.TextTable;
import org.tafsim.model.MigGeometry;
import org.tafsim.scenario.catalog.Catalog;
import org.tafsim.scenario.source.Suggestions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what scenarios may refer to by name, and where its numbers come from. */
@Command(
        name = "catalog",
        description = "Show what scenarios can name, and the source of every number.",
        footer = {
            "  tafsim catalog",
            "  tafsim catalog accelerators",
            "  tafsim catalog models llama-3.1-8b",
            "  tafsim catalog mig A100-80"
        })
public final class CatalogCommand implements Runnable {

    private static final String MIG = "mig";

    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "KIND",
            completionCandidates = Kinds.class,
            description = "One of ${COMPLETION-CANDIDATES}; all of them in short where left out.")
    private @Nullable String kind;

    @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "One entry, with all its values.")
    private @Nullable String name;

    @Option(names = "--json", description = "Print JSON.")
    private boolean isJson;

    public CatalogCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        if (kind == null) {
            printKinds();
            return;
        }
        CatalogShelf shelf = find(kind);
        if (shelf.kind().equals(MIG) && name != null) {
            printCut(name);
            printLegend(shelf);
            return;
        }
        List<CatalogEntry> entries = name == null ? shelf.entries() : List.of(find(shelf, name));
        if (isJson) {
            Json.print(terminal.out(), entries.stream().map(CatalogEntry::asMap).toList());
        } else if (name == null) {
            printEntries(entries);
        } else {
            printEntry(entries.get(0));
        }
        printLegend(shelf);
    }

    private void printLegend(CatalogShelf shelf) {
        if (!isJson && !shelf.legend().isEmpty()) {
            terminal.out().println();
            TextTable.wrapped(shelf.legend(), TextTable.WIDTH).forEach(terminal.out()::println);
        }
    }

    private void printKinds() {
        if (isJson) {
            Json.print(terminal.out(), new Kinds());
            return;
        }
        TextTable table = TextTable.of("kind", "entries#", "for example");
        for (CatalogShelf shelf : CatalogShelf.ALL) {
            List<CatalogEntry> entries = shelf.entries();
            List<String> some = entries.stream().limit(6).map(CatalogEntry::id).toList();
            table.add(shelf.kind(), String.valueOf(entries.size()), String.join(", ", some));
        }
        table.print(terminal.out(), terminal.outAnsi());
    }

    private void printEntries(List<CatalogEntry> entries) {
        TextTable table = TextTable.of("name", "values", "source");
        entries.forEach(entry -> table.add(entry.id(), entry.summary(), entry.source()));
        table.print(terminal.out(), terminal.outAnsi());
    }

    private void printEntry(CatalogEntry entry) {
        TextTable table = TextTable.of("key", "value");
        entry.asMap().forEach(table::add);
        table.print(terminal.out(), terminal.outAnsi());
    }

    /** Also for cards that are cut as another is. */
    private void printCut(String card) {
        Map<String, MigGeometry> geometries = Catalog.shipped().migGeometries();
        MigListing listing = Optional.ofNullable(geometries.get(card))
                .map(MigListing::of)
                .orElseThrow(() -> new InvalidInputException("the catalog knows no way to cut '%s'.%s"
                        .formatted(card, hint(card, List.copyOf(geometries.keySet())))));
        if (isJson) {
            Json.print(terminal.out(), listing);
        } else {
            listing.print(terminal.out(), terminal.outAnsi());
        }
    }

    private CatalogShelf find(String asked) {
        Optional<CatalogShelf> shelf =
                CatalogShelf.ALL.stream().filter(s -> s.kind().equals(asked)).findFirst();
        return shelf.orElseThrow(() -> new CommandLine.ParameterException(
                spec.commandLine(),
                "'%s' is not a kind of catalog entry; expected one of %s.%s"
                        .formatted(asked, String.join(", ", new Kinds()), hint(asked, new Kinds()))));
    }

    private static CatalogEntry find(CatalogShelf shelf, String asked) {
        List<CatalogEntry> entries = shelf.entries();
        List<String> ids = entries.stream().map(CatalogEntry::id).toList();
        return entries.stream()
                .filter(entry -> entry.id().equals(asked))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "the catalog's %s have no '%s'.%s".formatted(shelf.kind(), asked, hint(asked, ids))));
    }

    private static String hint(String asked, List<String> known) {
        return Suggestions.maybe(asked, known).map(maybe -> " " + maybe).orElse("");
    }

    /** For help and completion. */
    static final class Kinds extends ArrayList<String> {
        Kinds() {
            super(CatalogShelf.ALL.stream().map(CatalogShelf::kind).toList());
        }
    }
}
