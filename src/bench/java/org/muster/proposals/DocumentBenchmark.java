package org.muster.proposals;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.muster.MusterApplication;
import org.muster.accounts.Account;
import org.muster.accounts.Accounts;
import org.muster.accounts.CurrentUser;
import org.muster.audit.Viewer;
import org.muster.calendar.Allocation;
import org.muster.calendar.Period;
import org.muster.calendar.WorkPattern;
import org.muster.matching.Match;
import org.muster.matching.Matching;
import org.muster.matching.MatchExplanations;
import org.muster.requests.Position;
import org.muster.requests.Requests;
import org.muster.requests.StaffingRequest;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.domain.PageRequest;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How long a proposal's document takes, from the database to its last byte: people for a
 * year each, so many that it has 20 pages or more.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 10, time = 6)
@Measurement(iterations = 5, time = 6)
public class DocumentBenchmark {

	private static final Period YEAR = new Period(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 12, 31));

	private static final int PEOPLE = 17;

	@Param({ "en", "de" })
	private String language;

	private ConfigurableApplicationContext application;

	private ProposalController controller;

	private CurrentUser manager;

	private String reference;

	@Setup(Level.Trial)
	public void start() throws IOException {
		this.application = SpringApplication.run(MusterApplication.class, "--server.port=0",
				"--spring.datasource.url=jdbc:h2:mem:bench;MODE=MySQL;DATABASE_TO_LOWER=TRUE;"
						+ "CASE_INSENSITIVE_IDENTIFIERS=TRUE;DB_CLOSE_DELAY=-1");
		this.controller = this.application.getBean(ProposalController.class);
		Account account = this.application.getBean(Accounts.class).findByEmail("manager@muster.example").orElseThrow();
		this.manager = new CurrentUser(account.id(), account.fullName(), account.email(), account.role(), null, "");
		this.application.getBean(TransactionTemplate.class).executeWithoutResult((status) -> fill());
		try (PDDocument document = Loader.loadPDF(render())) {
			System.out.printf("%s: %d pages%n", this.language, document.getNumberOfPages());
		}
	}

	private void fill() {
		Proposals proposals = this.application.getBean(Proposals.class);
		this.reference = proposals.search(Viewer.staff(), EnumSet.of(ProposalStatus.DRAFT), "", PageRequest.of(0, 1))
			.getContent()
			.get(0)
			.reference();
		Proposal proposal = proposals.requireLocked(this.reference, this.manager);
		ProposalRevision draft = proposal.requireDraft(null);
		StaffingRequest request = this.application.getBean(Requests.class)
			.require(proposal.requestId(), Viewer.muster());
		Map<Position, List<Match>> best = this.application.getBean(Matching.class).best(request, PEOPLE);
		Map.Entry<Position, List<Match>> first = best.entrySet().iterator().next();
		MatchExplanations explanations = this.application.getBean(MatchExplanations.class);
		first.getValue()
			.forEach((match) -> draft.addLine(first.getKey(), match, Reasons.of(match, explanations),
					new LineTerms(WorkPattern.of(Allocation.FULL_TIME), YEAR, new BigDecimal("433.33"),
							BigDecimal.ZERO, false)));
		this.application.getBean(Estimates.class).renew(draft);
	}

	@TearDown(Level.Trial)
	public void stop() {
		this.application.close();
	}

	@Benchmark
	public byte[] render() {
		return Objects
			.requireNonNull(this.controller.document(this.reference, null, this.language, this.manager).getBody());
	}

}
