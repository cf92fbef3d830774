package org.tafsim.cli.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.tafsim.experiment.Build;
import picocli.CommandLine.IVersionProvider;

/** The version in the jar's manifest, and what else the build left in the jar. */
public final class Version implements IVersionProvider {

    /** E.g. {@code 0.1.0}; {@code development} outside the jar. */
    public static String text() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    /** With the commit that the build noted. */
    public static Build build() {
        try (InputStream noted = Version.class.getResourceAsStream("/META-INF/tafsim/commit.txt")) {
            String commit = noted == null ? "" : new String(noted.readAllBytes(), StandardCharsets.UTF_8);
            return Build.of(text(), commit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String[] getVersion() {
        return new String[] {"tafsim " + text()};
    }
}
