package org.tafsim.experiment.pack.archive;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of files that packages hold: data and text that nothing runs. All else stays out. */
public enum FileKind {
    JSON("application/json", "json"),
    YAML("application/yaml", "yaml cff"),
    CSV("text/csv", "csv"),
    TEXT("text/plain", "txt"),
    MARKDOWN("text/markdown", "md"),
    SVG("image/svg+xml", "svg"),
    PNG("image/png", "png"),
    HTML("text/html", "html"),
    PARQUET("application/vnd.apache.parquet", "parquet");

    private static final List<String> CODE = List.of(
            "jar", "class", "war", "jmod", "java", "kts", "groovy", "so", "dll", "dylib", "exe", "com", "scr", "msi",
            "bat", "cmd", "ps1", "vbs", "sh", "bash", "py", "pyc", "pyz", "whl", "r", "rb", "pl", "lua", "js", "mjs",
            "wasm", "app", "command", "desktop", "lnk", "ipynb", "service", "deb", "rpm");
    private static final List<String> ARCHIVES =
            List.of("zip", "tar", "gz", "tgz", "bz2", "xz", "zst", "7z", "rar", "iso");

    private final String mediaType;
    private final String extensions;

    FileKind(String mediaType, String extensions) {
        this.mediaType = mediaType;
        this.extensions = extensions;
    }

    private List<String> extensions() {
        return List.of(extensions.split(" ", -1));
    }

    /** As registered with IANA. */
    public String mediaType() {
        return mediaType;
    }

    /** The kind of a file, by its name. */
    public static Optional<FileKind> find(String name) {
        if (name.equals("LICENSE")) {
            return Optional.of(TEXT);
        }
        String extension = extensionOf(name);
        for (FileKind kind : values()) {
            if (kind.extensions().contains(extension)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** Why a package must not hold a file of this name, empty where it may. */
    static Optional<String> findFault(String name) {
        if (find(name).isPresent()) {
            return Optional.empty();
        }
        String extension = extensionOf(name);
        if (CODE.contains(extension)) {
            return Optional.of("is code (.%s): a package must not carry code".formatted(extension));
        }
        if (ARCHIVES.contains(extension)) {
            return Optional.of("is an archive (.%s): archives in a package are not opened".formatted(extension));
        }
        return Optional.of("is no kind of file that a package holds (%s)".formatted(allowed()));
    }

    /** Why a package must not hold a file that starts like this, empty where it may. */
    static Optional<String> findFault(byte[] start) {
        for (Magic magic : Magic.values()) {
            if (magic.begins(start)) {
                return Optional.of("is %s under another name: a package must not carry code".formatted(magic.noun));
            }
        }
        return Optional.empty();
    }

    /** Bytes at the start of a file that is looked at. */
    static final int START_BYTES = 4;

    private static String extensionOf(String name) {
        String file = name.substring(name.lastIndexOf('/') + 1);
        return file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String allowed() {
        StringBuilder text = new StringBuilder();
        for (FileKind kind : values()) {
            kind.extensions()
                    .forEach(extension ->
                            text.append(text.isEmpty() ? "." : ", .").append(extension));
        }
        return text.toString();
    }

    /** How programs and archives start. */
    private enum Magic {
        JAVA_CLASS("a Java class", "cafebabe"),
        ZIP("an archive or jar", "504b0304"),
        ELF("a program", "7f454c46"),
        WINDOWS("a program", "4d5a9000"),
        SCRIPT("a script", "2321"),
        GZIP("an archive", "1f8b");

        private final String noun;
        private final String hex;

        Magic(String noun, String hex) {
            this.noun = noun;
            this.hex = hex;
        }

        private boolean begins(byte[] start) {
            return HexFormat.of().formatHex(start).startsWith(hex);
        }
    }
}
