package org.tafsim.sovereignty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tafsim.model.DataClass;
import org.tafsim.model.Site;
import org.tafsim.model.Tier;

class JurisdictionTest {

    @Test
    void theEeaHasThirtyMembers() {
        assertThat(LegalArea.EEA).hasSize(30).isSorted().doesNotHaveDuplicates();
        assertThat(LegalArea.EEA).contains("DE", "IS", "LI", "NO").doesNotContain("CH", "GB", "US");
    }

    @ParameterizedTest
    @CsvSource({
        "DE, FR, FR, DE;FR,     YES", // anywhere in the EEA
        "NO, DE, IS, NO;SE;DE,  YES",
        "DE, FR, FR, DE;CH;FR,  NO", // the way leads through Switzerland
        "DE, FR, US, DE;FR,     NO", // logs leave
        "DE, US, US, DE;US,     NO",
        "CH, CH, CH, CH,        YES",
        "CH, DE, DE, CH;DE,     NO", // adequate is not the same law
        "GB, GB, GB, GB;FR;GB,  NO",
        "DE, FR, '', DE;FR,     UNKNOWN",
        "DE, FR, FR, '',        UNKNOWN",
        "DE, US, '', DE;US,     NO", // one known exit is enough
        "'', DE, DE, DE,        UNKNOWN",
    })
    void aRequestStaysWhereItsSubjectsLawApplies(
            String subject, String site, String logs, String path, Truth inJurisdiction) {
        Site.Custody custody = new Site.Custody(List.of(), List.of(), words(logs), List.of("IN"));
        World world = new World()
                .operator("hyperscaler", "US", "US")
                .site(site, Tier.CLOUD, "hyperscaler", custody)
                .population(subject)
                .app(DataClass.PER, "consumer");
        world.paths.put(0, words(path));

        assertThat(world.book().inJurisdiction(0, 0, 0)).isEqualTo(inJurisdiction);
    }

    @ParameterizedTest
    @CsvSource({
        "DE, FR, FR,    YES",
        "DE, DE, DE;NO, YES",
        "DE, DE, DE;US, NO", // a foreign owner beside the own
        "DE, US, DE,    NO", // the seat counts too
        "CH, DE, DE,    NO",
        "DE, '', DE,    UNKNOWN",
    })
    void controlIsReportedApartFromPlace(String subject, String seat, String control, Truth ownControl) {
        Site.Custody abroad = new Site.Custody(List.of(), List.of(), List.of("US"), List.of());
        RuleBook book = new World()
                .operator("operator", seat, control.split(";"))
                .site("US", Tier.CLOUD, "operator", abroad)
                .population(subject)
                .app(DataClass.PER, "consumer")
                .book();

        assertThat(book.ownControl(0, 0, 0)).isEqualTo(ownControl);
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(";"));
    }
}
