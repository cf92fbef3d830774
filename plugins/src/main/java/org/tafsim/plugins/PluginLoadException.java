package org.tafsim.plugins;

import java.util.List;

/** Plug-ins cannot be used. The message says all that is wrong, a line each. */
public final class PluginLoadException extends RuntimeException {

    PluginLoadException(List<String> problems) {
        super(String.join("\n", problems));
    }

    PluginLoadException(String problem, Throwable cause) {
        super(problem, cause);
    }
}
