package org.tafsim.cli.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Chromium and its driver on this machine; nothing is ever downloaded.
 *
 * @param browser executable
 * @param driver executable of the same version
 */
record Chromium(Path browser, Path driver) {

    static final String MISSING =
            "There is no Chromium with its chromedriver on the PATH, so that pages are not looked at. "
                    + "-Dtafsim.chromium=FILE -Dtafsim.chromedriver=FILE name them.";

    static Optional<Chromium> find() {
        Optional<Path> browser =
                find("tafsim.chromium", List.of("chromium", "chromium-browser", "google-chrome", "chrome"));
        Optional<Path> driver = find("tafsim.chromedriver", List.of("chromedriver"));
        return browser.flatMap(found -> driver.map(other -> new Chromium(found, other)));
    }

    private static Optional<Path> find(String property, List<String> names) {
        Optional<Path> named = Optional.ofNullable(System.getProperty(property)).map(Path::of);
        return named.or(() -> names.stream()
                        .flatMap(name -> Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                                .map(folder -> Path.of(folder, name)))
                        .filter(Files::isExecutable)
                        .findFirst())
                .filter(Files::isExecutable);
    }
}
