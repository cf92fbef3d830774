package org.tafsim.experiment.pack;

/**
 * What came of simulating again.
 *
 * @param verdict on the results
 * @param ran what was simulated, in words
 */
record RerunOutcome(Verdict verdict, String ran) {}
