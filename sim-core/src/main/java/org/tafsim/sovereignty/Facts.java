package org.tafsim.sovereignty;

import java.util.function.IntFunction;
import org.tafsim.model.DataClass;
import org.tafsim.model.Fact;
import org.tafsim.model.Measure;
import org.tafsim.model.Stage;

/** What conditions ask: the facts of a scenario, or of a single case. */
interface Facts {

    int siteCount();

    DataClass dataClass(Profile profile);

    /**
     * An answer for every site.
     *
     * @param traits all that it depends on beside the site
     */
    TruthSet truths(Traits traits, IntFunction<Truth> answer);

    /** The fact's words at each site. */
    IntFunction<WordSet> words(Fact fact, Stage stage, Profile profile);

    /** The number at each site. */
    IntFunction<Span> spans(Measure measure, Stage stage, Profile profile);

    /** Whether somebody declared the regime; exposure to any other is not known. */
    boolean isDeclared(String regime);
}
