package org.tafsim.store;

/** A question that cannot be answered, or a stored file that cannot be read; the message says which and why. */
public final class ResultStoreException extends RuntimeException {

    public ResultStoreException(String message) {
        super(message);
    }

    ResultStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
