package org.tafsim.engine;

import java.util.ArrayList;
import java.util.List;
import org.tafsim.model.Scenario;

/** What came of contracts between operators. Only scenarios that state a federation have these metrics. */
final class ContractReport {

    /** Those of all requests, in the order of reports. */
    static final List<String> NAMES =
            List.of("partner_share", "contract_requests", "contract_full", "federation_eur", "federation_eur_per_1k");

    private final Scenario scenario;
    private final OutcomeRecorder recorder;
    private final Contracts contracts;
    private final List<Metric> metrics = new ArrayList<>();

    ContractReport(Scenario scenario, OutcomeRecorder recorder, Contracts contracts) {
        this.scenario = scenario;
        this.recorder = recorder;
        this.contracts = contracts;
    }

    /** All of them; none where no federation is stated. */
    List<Metric> metrics() {
        if (contracts.isStated()) {
            addAll();
            contracts.books().forEach(this::addContract);
        }
        return List.copyOf(metrics);
    }

    List<SeriesSample> series() {
        return contracts.series();
    }

    private void addAll() {
        long served = contracts.ownServed() + contracts.partnerServed();
        if (served > 0) {
            add("all", "partner_share", "fraction", (double) contracts.partnerServed() / (double) served);
        }
        List<ContractBook> books = contracts.books();
        double eur = books.stream().mapToDouble(ContractBook::eur).sum();
        add("all", "contract_requests", "count", (double)
                books.stream().mapToLong(ContractBook::requests).sum());
        add("all", "contract_full", "count", (double)
                books.stream().mapToLong(ContractBook::full).sum());
        add("all", "federation_eur", "EUR", eur);
        long completed = 0;
        for (int app = 0; app < scenario.apps().size(); app++) {
            completed += recorder.of(app).outcomes[Outcome.COMPLETED.column()];
        }
        if (completed > 0) {
            add("all", "federation_eur_per_1k", "EUR", 1000 * eur / completed);
        }
    }

    private void addContract(ContractBook book) {
        String scope = "contract:" + book.contract().id();
        add(scope, "contract_requests", "count", (double) book.requests());
        add(scope, "contract_full", "count", (double) book.full());
        add(scope, "federation_eur", "EUR", book.eur());
        add(scope, "contract_use_mean", "count", book.meanUse());
        add(scope, "contract_use_peak", "count", book.peakUse());
    }

    private void add(String scope, String name, String unit, double value) {
        metrics.add(new Metric(scope, name, unit, value));
    }
}
