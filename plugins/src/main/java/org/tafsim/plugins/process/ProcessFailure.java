package org.tafsim.plugins.process;

/** A program did not do its part. The message is the end of a sentence that begins with its command. */
final class ProcessFailure extends RuntimeException {

    ProcessFailure(String what) {
        super(what);
    }

    ProcessFailure(String what, Throwable cause) {
        super(what, cause);
    }
}
