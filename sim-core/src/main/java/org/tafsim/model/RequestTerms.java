package org.tafsim.model;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * How an application's requests are treated, and how patient those are who send them.
 *
 * @param priority the lower its number, the sooner a request is admitted at a replica and the later it loses its KV blocks
 * @param timeoutNanos after so long from its arrival a client gives up and cancels its request; never where empty
 * @param session the conversations that its requests are turns of; every request stands alone where empty
 * @param retries how requests are placed again that lost their replica; once and at once where empty
 */
public record RequestTerms(
        int priority, OptionalLong timeoutNanos, Optional<SessionSpec> session, Optional<RetrySpec> retries) {

    /** First come, first served, for patient clients. */
    public static final RequestTerms DEFAULT = new RequestTerms(0, OptionalLong.empty());

    /** Of requests that stand alone. */
    public RequestTerms(int priority, OptionalLong timeoutNanos) {
        this(priority, timeoutNanos, Optional.empty());
    }

    /** Of requests that are placed again once. */
    public RequestTerms(int priority, OptionalLong timeoutNanos, Optional<SessionSpec> session) {
        this(priority, timeoutNanos, session, Optional.empty());
    }

    /** When its requests are sent to a further replica; never where empty. */
    public Optional<HedgeSpec> hedge() {
        return retries.flatMap(RetrySpec::hedge);
    }

    /** Checks. */
    public RequestTerms {
        timeoutNanos.ifPresent(nanos -> Require.positive(nanos, "Request terms", "timeout (ns)"));
    }
}
