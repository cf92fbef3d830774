package org.tafsim.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.tafsim.model.App;
import org.tafsim.model.OnInfeasible;
import org.tafsim.model.Scenario;
import org.tafsim.sovereignty.RandomWorld;
import org.tafsim.testing.SeedSource;

/** LAW-2 where requests become something else: only redaction lowers a label, and says what it overlooks. */
class VariantLabelLawsPropertyTest {

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 60)
    void onlyARedactedRequestIsLessSensitiveThanItWasAndNothingElseIsForgottenOfIt(long seed) {
        Scenario scenario = new RandomWorld(seed).small().world().scenario();

        AppVariants variants = new AppVariants(scenario);

        List<App> lawful = variants.lawfulScenario().apps();
        for (int app = 0; app < scenario.apps().size(); app++) {
            App plain = lawful.get(app);
            App variant = lawful.get(variants.of(app));
            assertThat(plain).isEqualTo(scenario.apps().get(app));
            assertThat(variant.terms()).isEqualTo(plain.terms()); // flags, purpose, consents, what it leaves behind
            if (plain.terms().onInfeasible() instanceof OnInfeasible.Redact redact) {
                assertThat(variant.dataClass()).isEqualTo(redact.to()).isLessThan(plain.dataClass());
            } else {
                assertThat(variant.dataClass()).isEqualTo(plain.dataClass());
            }
        }
    }
}
