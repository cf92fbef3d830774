package org.tafsim.plugins;

/** Code of a plug-in threw, or answered with nothing. The message names the policy, the plug-in and the place. */
public final class PluginFailedException extends RuntimeException {

    PluginFailedException(String message) {
        super(message);
    }

    PluginFailedException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The message alone: whoever quotes this exception tells users of a policy, not of a class of tafsim. */
    @Override
    @SuppressWarnings("OverrideThrowableToString") // others print it, not its message
    public String toString() {
        return String.valueOf(getMessage());
    }
}
