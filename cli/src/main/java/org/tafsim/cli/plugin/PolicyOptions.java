package org.tafsim.cli.plugin;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.tafsim.cli.console.InvalidInputException;
import org.tafsim.cli.console.Terminal;
import org.tafsim.plugins.PluginLoadException;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Quantities;
import picocli.CommandLine.Option;

/** Which policies there are beside the shipped ones. */
public final class PolicyOptions {

    @Option(
            names = "--plugins",
            paramLabel = "DIR",
            description = "Take policies of the jars in this folder, too; they run with your rights.")
    private @Nullable Path plugins;

    @Option(
            names = "--decision-limit",
            paramLabel = "TIME",
            description = "End where a plug-in's policy takes longer to answer (default: ${DEFAULT-VALUE}).",
            defaultValue = "10 s")
    private String limit = "10 s";

    /**
     * The policies, as long as they are open.
     *
     * @throws InvalidInputException where plug-ins cannot be used, with all that is wrong
     */
    public OpenPolicies open(Terminal terminal) {
        if (plugins == null) {
            return OpenPolicies.shipped();
        }
        try {
            return OpenPolicies.with(plugins, PluginGuard.open(terminal, limit()));
        } catch (PluginLoadException e) {
            throw new InvalidInputException("--plugins: " + e.getMessage());
        }
    }

    /**
     * Says that there may be no plug-ins here.
     *
     * @throws InvalidInputException where there are any
     */
    public void refuse(String why) {
        if (plugins != null) {
            throw new InvalidInputException(why);
        }
    }

    private Duration limit() {
        Format<Long> format = Quantities.POSITIVE_DURATION;
        try {
            return Duration.ofNanos(format.parse(limit));
        } catch (Format.Refused e) {
            throw new InvalidInputException("--decision-limit: \"%s\" is not %s; expected e.g. \"%s\"."
                    .formatted(limit, format.noun(), format.example()));
        }
    }
}
