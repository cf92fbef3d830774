package org.tafsim.plugins.recorded;

/** Recorded decisions are none, or not those of this run. */
public final class RecordedChoiceException extends RuntimeException {

    RecordedChoiceException(String message) {
        super(message);
    }

    RecordedChoiceException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The message alone: it goes into a sentence. */
    @Override
    @SuppressWarnings("OverrideThrowableToString") // the message is as it should be; the name of the class goes
    public String toString() {
        return String.valueOf(getMessage());
    }
}
