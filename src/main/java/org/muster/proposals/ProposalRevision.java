package org.muster.proposals;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.NotFound;
import org.muster.audit.RefusedTransition;
import org.muster.calendar.DayCount;
import org.muster.calendar.HolidayRule;
import org.muster.calendar.Place;
import org.muster.matching.Match;
import org.muster.money.Money;
import org.muster.money.Vat;
import org.muster.requests.Position;

/** A numbered revision of a proposal. Once sent, nothing of what it offers changes. */
@Entity
public class ProposalRevision {

	/** The most lines that one revision takes. */
	public static final int MOST_LINES = 100;

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@ManyToOne(fetch = FetchType.LAZY)
	private Proposal proposal;

	private int number;

	@Enumerated(EnumType.STRING)
	private ProposalStatus status = ProposalStatus.DRAFT;

	private String currency;

	private String holidayCountry;

	private @Nullable String holidayRegion;

	@Enumerated(EnumType.STRING)
	private HolidayRule holidayRule = HolidayRule.PLACE;

	private LocalDate validUntil;

	private BigDecimal discountPercent;

	private BigDecimal scopePercent = BigDecimal.ZERO;

	private @Nullable BigDecimal cap;

	@Enumerated(EnumType.STRING)
	private Vat.Treatment vatTreatment;

	private BigDecimal vatPercent;

	private @Nullable String note;

	private BigDecimal subtotal = BigDecimal.ZERO;

	private BigDecimal vat = BigDecimal.ZERO;

	private BigDecimal total = BigDecimal.ZERO;

	private String statusByName;

	private Instant statusAt;

	private @Nullable String sentByName;

	private @Nullable Instant sentAt;

	private @Nullable Long approvalAskedBy;

	private @Nullable String approvalAskedName;

	private @Nullable String approvedByName;

	private @Nullable Instant approvedAt;

	private @Nullable String title;

	private @Nullable String seller;

	private @Nullable String buyer;

	private @Nullable Integer termsVersion;

	private @Nullable String contentHash;

	private @Nullable String signedName;

	private @Nullable String signedFunction;

	private @Nullable String purchaseOrder;

	private @Nullable String signedAddress;

	private @Nullable String signedAgent;

	private @Nullable String declineReason;

	@OneToMany(mappedBy = "revision", cascade = CascadeType.ALL, orphanRemoval = true)
	@OrderBy("number")
	private List<ProposalLine> lines = new ArrayList<>();

	@Version
	private long version;

	@SuppressWarnings("NullAway.Init")
	protected ProposalRevision() {
	}

	ProposalRevision(Proposal proposal, int number, String currency, Terms terms, Vat vat, String by, Instant now) {
		this.proposal = proposal;
		this.number = number;
		this.currency = currency;
		this.vatTreatment = vat.treatment();
		this.vatPercent = vat.percent();
		this.statusByName = by;
		this.statusAt = now;
		assign(terms);
	}

	/**
	 * What holds for all lines.
	 *
	 * @param holidays where public holidays are not worked
	 * @param rule whether those of the place count, those of where each person is, or
	 * both
	 * @param validUntil the last day on which it can be accepted
	 * @param discountPercent taken off the sum of the lines, 0 to 100 per cent
	 * @param scopePercent by how much the scope may grow, 0 to 100 per cent
	 * @param cap what is never exceeded, before VAT, or {@code null} if that is not
	 * agreed
	 */
	record Terms(Place holidays, HolidayRule rule, LocalDate validUntil, BigDecimal discountPercent,
			BigDecimal scopePercent, @Nullable BigDecimal cap, @Nullable String note) {
	}

	void change(Terms terms, Map<Integer, LineTerms> lineTerms) {
		edit();
		assign(terms);
		lineTerms.forEach((line, changed) -> requireLine(line).change(changed));
	}

	private void assign(Terms terms) {
		if (terms.discountPercent().signum() < 0 || terms.discountPercent().compareTo(new BigDecimal(100)) > 0) {
			throw new IllegalArgumentException("A discount is 0 to 100 per cent");
		}
		this.holidayCountry = terms.holidays().country();
		this.holidayRegion = terms.holidays().region();
		this.holidayRule = terms.rule();
		this.validUntil = terms.validUntil();
		this.discountPercent = terms.discountPercent();
		this.scopePercent = terms.scopePercent();
		this.cap = terms.cap();
		this.note = terms.note();
	}

	Terms terms() {
		return new Terms(holidays(), this.holidayRule, this.validUntil, this.discountPercent, this.scopePercent,
				this.cap, this.note);
	}

	ProposalLine addLine(Position position, Match match, String reasons, LineTerms terms) {
		edit();
		if (this.lines.size() >= MOST_LINES) {
			throw new IllegalStateException("A proposal takes " + MOST_LINES + " lines");
		}
		int next = this.lines.stream().mapToInt(ProposalLine::number).max().orElse(0) + 1;
		ProposalLine line = new ProposalLine(this, next, position, match, reasons, terms);
		this.lines.add(line);
		return line;
	}

	void copyLines(ProposalRevision other) {
		requireDraft();
		other.lines.forEach((line) -> this.lines.add(new ProposalLine(this, line)));
		reckon();
	}

	/**
	 * @return whether there was such a line
	 */
	boolean removeLine(int line) {
		edit();
		return this.lines.removeIf((one) -> one.number() == line);
	}

	/** Adds up the lines, which have been priced. */
	void reckon() {
		requireDraft();
		Money sum = this.lines.stream()
			.map((line) -> Money.of(line.amount(), this.currency))
			.reduce(Money.of(BigDecimal.ZERO, this.currency), Money::plus)
			.rounded();
		Money net = sum.minus(discountOn(sum));
		Money tax = new Vat(this.vatTreatment, this.vatPercent).on(net);
		this.subtotal = sum.amount();
		this.vat = tax.amount();
		this.total = net.plus(tax).amount();
	}

	private Money discountOn(Money sum) {
		return sum.percent(this.discountPercent).rounded();
	}

	boolean isIn(ProposalStatus there, String by) {
		return this.status == there && this.statusByName.equals(by);
	}

	/**
	 * What a revision says besides its lines, as it is on the day on which it is sent.
	 *
	 * @param title of the request
	 * @param seller the consultancy, with address and VAT number, line by line
	 * @param buyer the organisation, likewise
	 * @param termsVersion the terms that come with it, or {@code null} for none
	 */
	record Parties(String title, String seller, String buyer, @Nullable Integer termsVersion) {
	}

	/** Nothing of it changes from now on, which the hash tells. */
	void send(Parties parties, String by, Instant now) {
		move(ProposalStatus.DRAFT, ProposalStatus.SENT, by, now);
		this.sentByName = by;
		// As exact as both databases keep it, whichever way they round.
		this.sentAt = now.truncatedTo(ChronoUnit.MILLIS);
		this.title = parties.title();
		this.seller = parties.seller();
		this.buyer = parties.buyer();
		this.termsVersion = parties.termsVersion();
		this.contentHash = Seal.of(this);
	}

	/** Whether it says what it said when it was sent. */
	public boolean isIntact() {
		return this.contentHash == null || this.contentHash.equals(Seal.of(this));
	}

	void accept(Signature signature, String by, Instant now) {
		move(ProposalStatus.SENT, ProposalStatus.ACCEPTED, by, now);
		this.signedName = signature.name();
		this.signedFunction = signature.function();
		this.purchaseOrder = signature.purchaseOrder();
		this.signedAddress = signature.address();
		this.signedAgent = signature.agent();
	}

	void decline(String reason, String by, Instant now) {
		move(ProposalStatus.SENT, ProposalStatus.DECLINED, by, now);
		this.declineReason = reason;
	}

	void end(ProposalStatus how, String by, Instant now) {
		move(ProposalStatus.SENT, how, by, now);
	}

	private void move(ProposalStatus from, ProposalStatus to, String by, Instant now) {
		if (this.status != from) {
			throw refused();
		}
		this.status = to;
		this.statusByName = by;
		this.statusAt = now;
	}

	/** What was approved is not what it will be. */
	private void edit() {
		requireDraft();
		this.approvalAskedBy = null;
		this.approvalAskedName = null;
		this.approvedByName = null;
		this.approvedAt = null;
	}

	/**
	 * Somebody else has to look at it before it is sent.
	 * @return whether it was asked for now, and not before
	 */
	boolean askApproval(CurrentUser by) {
		requireDraft();
		boolean first = this.approvalAskedBy == null;
		if (first) {
			this.approvalAskedBy = by.id();
			this.approvalAskedName = by.name();
		}
		return first;
	}

	/**
	 * @return whether it was approved now: not by who asked for it, and not before
	 */
	boolean approve(CurrentUser by, Instant now) {
		requireDraft();
		if (!mayApprove(by)) {
			return false;
		}
		this.approvedByName = by.name();
		this.approvedAt = now;
		return true;
	}

	/** Whether it waits for a second look, and this can be it. */
	public boolean mayApprove(CurrentUser user) {
		return this.status == ProposalStatus.DRAFT && this.approvalAskedBy != null && this.approvedByName == null
				&& this.approvalAskedBy != user.id();
	}

	boolean isApproved() {
		return this.approvedByName != null;
	}

	/** Who wants to send it, and needs somebody to approve; or {@code null}. */
	public @Nullable String approvalAskedName() {
		return this.approvalAskedName;
	}

	/** Who has approved that it is sent, or {@code null}. */
	public @Nullable String approvedByName() {
		return this.approvedByName;
	}

	private void requireDraft() {
		if (this.status != ProposalStatus.DRAFT) {
			throw refused();
		}
	}

	RefusedTransition refused() {
		return new RefusedTransition(this.proposal.reference(), "proposals.status." + this.status, this.statusByName,
				this.statusAt);
	}

	/** Whether it can be answered on a day. */
	public boolean isOpen(LocalDate today) {
		return this.status == ProposalStatus.SENT && !isPast(today);
	}

	boolean isPast(LocalDate today) {
		return today.isAfter(this.validUntil);
	}

	ProposalLine requireLine(int line) {
		return this.lines.stream().filter((one) -> one.number() == line).findFirst().orElseThrow(NotFound::new);
	}

	/** The days and amounts of all lines by month, before the proposal's discount. */
	public List<Month> months() {
		Map<YearMonth, Month> months = new TreeMap<>();
		this.lines.forEach((line) -> line.months()
			.forEach((month) -> months.merge(month.month(), new Month(month.month(), month.days(), month.amount()),
					Month::plus)));
		return List.copyOf(months.values());
	}

	/** A month over all lines. */
	public record Month(YearMonth month, DayCount days, BigDecimal amount) {

		Month plus(Month other) {
			return new Month(this.month, this.days.plus(other.days), this.amount.add(other.amount));
		}

	}

	public DayCount days() {
		return this.lines.stream().map(ProposalLine::days).reduce(DayCount.ZERO, DayCount::plus);
	}

	public int number() {
		return this.number;
	}

	public ProposalStatus status() {
		return this.status;
	}

	public String currency() {
		return this.currency;
	}

	public Place holidays() {
		return new Place(this.holidayCountry, this.holidayRegion);
	}

	public HolidayRule holidayRule() {
		return this.holidayRule;
	}

	public LocalDate validUntil() {
		return this.validUntil;
	}

	public BigDecimal discountPercent() {
		return this.discountPercent;
	}

	/** What the proposal's discount takes off the subtotal. */
	public BigDecimal discount() {
		return discountOn(Money.of(this.subtotal, this.currency)).amount();
	}

	/** The subtotal less the discount: what VAT is reckoned on. */
	public BigDecimal net() {
		return this.subtotal.subtract(discount());
	}

	/** By how much the scope may grow, in per cent. */
	public BigDecimal scopePercent() {
		return this.scopePercent;
	}

	/** What is never exceeded, before VAT, or {@code null} if that is not agreed. */
	public @Nullable BigDecimal cap() {
		return this.cap;
	}

	/** If as many days are lost to sickness and other unplanned leave as usual. */
	public Figure low() {
		return figure(ProposalLine::lowDays);
	}

	/** If the scope grows as far as it may; never more than the cap. */
	public Figure high() {
		Figure high = figure((line) -> line.highDays(this.scopePercent));
		return (this.cap != null && high.net().compareTo(this.cap) > 0) ? new Figure(high.days(), this.cap) : high;
	}

	private Figure figure(Function<ProposalLine, DayCount> count) {
		Money sum = Money.of(BigDecimal.ZERO, this.currency).rounded();
		DayCount all = DayCount.ZERO;
		for (ProposalLine line : this.lines) {
			DayCount days = count.apply(line);
			all = all.plus(days);
			sum = sum.plus(line.cost(days));
		}
		return new Figure(all, sum.minus(discountOn(sum)).amount());
	}

	public Vat.Treatment vatTreatment() {
		return this.vatTreatment;
	}

	public BigDecimal vatPercent() {
		return this.vatPercent;
	}

	public @Nullable String note() {
		return this.note;
	}

	public BigDecimal subtotal() {
		return this.subtotal;
	}

	public BigDecimal vat() {
		return this.vat;
	}

	public BigDecimal total() {
		return this.total;
	}

	public String statusByName() {
		return this.statusByName;
	}

	public Instant statusAt() {
		return this.statusAt;
	}

	public @Nullable String sentByName() {
		return this.sentByName;
	}

	public @Nullable Instant sentAt() {
		return this.sentAt;
	}

	long organisationId() {
		return this.proposal.organisationId();
	}

	String proposalReference() {
		return this.proposal.reference();
	}

	/** Of the request when it was sent, or {@code null} before. */
	public @Nullable String title() {
		return this.title;
	}

	/** The consultancy when it was sent, line by line, or {@code null} before. */
	public @Nullable String seller() {
		return this.seller;
	}

	/** The organisation when it was sent, line by line, or {@code null} before. */
	public @Nullable String buyer() {
		return this.buyer;
	}

	/** The terms that come with it, or {@code null} for none. */
	public @Nullable Integer termsVersion() {
		return this.termsVersion;
	}

	/**
	 * The SHA-256 of what it offers, in hexadecimal digits; {@code null} before it is
	 * sent, and for those that were sent before hashes were.
	 */
	public @Nullable String contentHash() {
		return this.contentHash;
	}

	/** Of who accepted it. */
	public @Nullable String signedFunction() {
		return this.signedFunction;
	}

	/** The number that invoices refer to. */
	public @Nullable String purchaseOrder() {
		return this.purchaseOrder;
	}

	/** The network address from which it was accepted. */
	public @Nullable String signedAddress() {
		return this.signedAddress;
	}

	/** The browser with which it was accepted, as it names itself. */
	public @Nullable String signedAgent() {
		return this.signedAgent;
	}

	/** The full name that was typed to accept it. */
	public @Nullable String signedName() {
		return this.signedName;
	}

	public @Nullable String declineReason() {
		return this.declineReason;
	}

	public List<ProposalLine> lines() {
		return Collections.unmodifiableList(this.lines);
	}

	public long version() {
		return this.version;
	}

}
