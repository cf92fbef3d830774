package org.tafsim.sovereignty;

import java.util.List;

/** A condition of a rule, compiled: a few word operations per answer. */
@FunctionalInterface
interface Question {

    /** The answer in this case. */
    Truth ask(LegalCase facts);

    /** Every part holds; yes where there is no part. */
    static Question all(List<Question> parts) {
        return facts -> {
            Truth answer = Truth.YES;
            for (Question part : parts) {
                answer = answer.and(part.ask(facts));
            }
            return answer;
        };
    }

    /** At least one part holds; no where there is no part. */
    static Question any(List<Question> parts) {
        return facts -> {
            Truth answer = Truth.NO;
            for (Question part : parts) {
                answer = answer.or(part.ask(facts));
            }
            return answer;
        };
    }
}
