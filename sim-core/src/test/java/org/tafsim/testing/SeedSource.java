package org.tafsim.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * Runs a property under the seeds 0 to count − 1, and under one alone with {@code -Dseed=7}:
 *
 * <pre>{@code
 * @ParameterizedTest(name = "seed={0}")
 * @SeedSource(count = 200)
 * void everyRequestHasExactlyOneOutcome(long seed) { … }
 * }</pre>
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ArgumentsSource(SeedArguments.class)
public @interface SeedSource {

    /** How many seeds, at least 1. */
    int count();
}
