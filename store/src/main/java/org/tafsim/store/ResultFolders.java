package org.tafsim.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.tafsim.scenario.source.Suggestions;

/**
 * The results below a root.
 *
 * @param root absolute
 * @param folders by id
 */
public record ResultFolders(Path root, List<ResultFolder> folders) {

    /**
     * Looks at a folder, and at those in it, in its {@code runs} and in its {@code sweeps}; what starts with a dot is not over.
     *
     * @throws ResultStoreException where there is no such folder
     */
    public static ResultFolders below(Path root) throws IOException {
        Path absolute = root.toAbsolutePath().normalize();
        if (!Files.isDirectory(absolute)) {
            throw missing(root);
        }
        List<ResultFolder> found = new ArrayList<>();
        for (Path folder : candidates(absolute)) {
            if (folder.equals(absolute) || !isHidden(folder)) {
                ResultFolder.find(folder).ifPresent(found::add);
            }
        }
        found.sort(Comparator.comparing(ResultFolder::id).thenComparing(ResultFolder::path));
        return new ResultFolders(absolute, List.copyOf(found));
    }

    private static ResultStoreException missing(Path root) {
        return new ResultStoreException(
                "There is no folder %s. `tafsim run` writes results/ below where it is called; --root names another."
                        .formatted(root));
    }

    /** Folders that may hold results, hidden ones too: the root itself, and those in it, in its runs and in its sweeps. */
    static List<Path> candidates(Path root) throws IOException {
        List<Path> folders = new ArrayList<>(List.of(root));
        for (Path parent : List.of(root, root.resolve("runs"), root.resolve("sweeps"))) {
            if (Files.isDirectory(parent)) {
                try (Stream<Path> children = Files.list(parent)) {
                    children.sorted().filter(Files::isDirectory).forEach(folders::add);
                }
            }
        }
        return folders;
    }

    /** Whether its name starts with a dot, as that of a run under way does. */
    static boolean isHidden(Path folder) {
        return folder.getFileName() != null && folder.getFileName().toString().startsWith(".");
    }

    /**
     * The folder of this id or folder name, or the only one whose id starts so.
     *
     * @throws ResultStoreException where there is none, or more than one
     */
    public ResultFolder get(String id) {
        List<ResultFolder> named = folders.stream()
                .filter(folder -> folder.id().equals(id) || folder.path().endsWith(id))
                .toList();
        List<ResultFolder> matching = named.isEmpty()
                ? folders.stream().filter(folder -> folder.id().startsWith(id)).toList()
                : named;
        if (matching.size() == 1) {
            return matching.get(0);
        }
        throw new ResultStoreException(matching.isEmpty() ? unknown(id) : ambiguous(id, matching));
    }

    private String unknown(String id) {
        List<String> ids = folders.stream().map(ResultFolder::id).toList();
        String hint = Suggestions.maybe(id, ids).orElse("`tafsim results list` shows what is there.");
        return "There is no result '%s' below %s. %s".formatted(id, root, hint);
    }

    private static String ambiguous(String id, List<ResultFolder> matching) {
        List<String> paths =
                matching.stream().map(folder -> folder.path().toString()).toList();
        return "'%s' may be any of %s. Name one by its folder with --root.".formatted(id, String.join(", ", paths));
    }
}
