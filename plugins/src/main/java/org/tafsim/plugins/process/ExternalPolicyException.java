package org.tafsim.plugins.process;

/** An external policy failed, and the run with it. The message names its program and the reason. */
public final class ExternalPolicyException extends RuntimeException {

    ExternalPolicyException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The message alone: it goes into a sentence. */
    @Override
    @SuppressWarnings("OverrideThrowableToString") // the message is as it should be; the name of the class goes
    public String toString() {
        return String.valueOf(getMessage());
    }
}
