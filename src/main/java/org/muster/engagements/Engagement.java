package org.muster.engagements;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;
import org.muster.calendar.Allocation;
import org.muster.calendar.DayCount;
import org.muster.pricing.Discounts;
import org.muster.pricing.PriceSchedule;
import org.muster.proposals.Proposal;
import org.muster.proposals.ProposalLine;
import org.muster.proposals.ProposalRevision;
import org.muster.vocabulary.JobRole;

/** What a line of an accepted proposal becomes. */
@Entity
public class Engagement {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private String reference;

	private long organisationId;

	private String proposalReference;

	private int lineNumber;

	private long consultantId;

	private String consultantName;

	@Enumerated(EnumType.STRING)
	private JobRole role;

	private Allocation allocation;

	private LocalDate startsOn;

	private LocalDate endsOn;

	/** The first day with work: it may begin on a holiday. */
	private LocalDate firstWorkday;

	/** The last day with work. */
	private LocalDate lastWorkday;

	@Embedded
	private AgreedPrices prices;

	@Column(name = "half_days")
	private DayCount days;

	private Instant createdAt;

	@SuppressWarnings("NullAway.Init")
	protected Engagement() {
	}

	Engagement(String reference, Proposal proposal, ProposalRevision revision, ProposalLine line, Instant createdAt) {
		this.reference = reference;
		this.organisationId = proposal.organisationId();
		this.proposalReference = proposal.reference();
		this.lineNumber = line.number();
		this.consultantId = line.consultantId();
		this.consultantName = line.consultantName();
		this.role = line.role();
		this.allocation = line.allocation();
		this.startsOn = line.period().from();
		this.endsOn = line.period().to();
		this.firstWorkday = line.dates().from();
		this.lastWorkday = line.dates().to();
		this.prices = new AgreedPrices(line.prices(), revision.discounts());
		this.days = line.days();
		this.createdAt = createdAt;
	}

	/** Whether any of it has been worked. */
	boolean hasBegun(LocalDate today) {
		return !this.firstWorkday.isAfter(today);
	}

	public String reference() {
		return this.reference;
	}

	long consultantId() {
		return this.consultantId;
	}

	public String consultantName() {
		return this.consultantName;
	}

	public LocalDate firstWorkday() {
		return this.firstWorkday;
	}

	/** What each day costs the client, as it was accepted. */
	public PriceSchedule prices() {
		return this.prices.schedule();
	}

	/** What the accepted offer takes off the sum of its lines. */
	public Discounts discounts() {
		return this.prices.whole();
	}

}
