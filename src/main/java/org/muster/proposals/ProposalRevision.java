package org.muster.proposals;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import org.hibernate.Hibernate;
import org.hibernate.annotations.OptimisticLock;
import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.NotFound;
import org.muster.audit.Actor;
import org.muster.audit.RefusedTransition;
import org.muster.calendar.DayCount;
import org.muster.calendar.HolidayRule;
import org.muster.calendar.Place;
import org.muster.matching.Match;
import org.muster.money.AmountConverter;
import org.muster.money.Money;
import org.muster.money.Vat;
import org.muster.pricing.CostRow;
import org.muster.pricing.Discounts;
import org.muster.pricing.Exchanged;
import org.muster.pricing.MonthCost;
import org.muster.pricing.RateStep;
import org.muster.pricing.RateSteps;
import org.muster.pricing.Totals;
import org.muster.pricing.VatBasis;
import org.muster.pricing.VatShare;
import org.muster.requests.Position;

/** A numbered revision of a proposal. Once sent, nothing of what it offers changes. */
@Entity
public class ProposalRevision {

	/** The most lines that one revision takes. */
	public static final int MOST_LINES = 100;

	private static final BigDecimal ALL = new BigDecimal(100);

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@ManyToOne(fetch = FetchType.LAZY)
	private Proposal proposal;

	private int number;

	@Column(name = "send_round")
	private int round;

	@Enumerated(EnumType.STRING)
	private ProposalStatus status = ProposalStatus.DRAFT;

	/**
	 * Whether it stands for its proposal in lists. What the others become may change it,
	 * which is no change of what this one offers.
	 */
	@OptimisticLock(excluded = true)
	private boolean stands;

	/** The same in lists of what was sent. */
	@OptimisticLock(excluded = true)
	private boolean standsSent;

	private String currency;

	private String holidayCountry;

	private @Nullable String holidayRegion;

	@Enumerated(EnumType.STRING)
	private HolidayRule holidayRule = HolidayRule.PLACE;

	private LocalDate validUntil;

	private BigDecimal discountPercent;

	private BigDecimal scopePercent = BigDecimal.ZERO;

	private @Nullable String agreement;

	@Column(name = "agreement_half_days")
	private DayCount agreementDays = DayCount.ZERO;

	private BigDecimal volumePercent = BigDecimal.ZERO;

	@ElementCollection
	@CollectionTable(name = "proposal_rate_step", joinColumns = @JoinColumn(name = "revision_id"))
	@MapKeyColumn(name = "starts_on")
	private Map<LocalDate, RateStep> rises = new HashMap<>();

	@ElementCollection
	@CollectionTable(name = "proposal_vat", joinColumns = @JoinColumn(name = "revision_id"))
	private List<VatShare> vatShares = new ArrayList<>();

	@Convert(converter = AmountConverter.class)
	private @Nullable BigDecimal cap;

	@Enumerated(EnumType.STRING)
	private Vat.Treatment vatTreatment;

	private BigDecimal vatPercent;

	private @Nullable String vatTerritory;

	private @Nullable String note;

	@Convert(converter = AmountConverter.class)
	private BigDecimal subtotal = BigDecimal.ZERO;

	@Convert(converter = AmountConverter.class)
	private BigDecimal vat = BigDecimal.ZERO;

	@Convert(converter = AmountConverter.class)
	private BigDecimal total = BigDecimal.ZERO;

	private String statusByName;

	private @Nullable Long statusById;

	private Instant statusAt;

	private @Nullable String sentByName;

	private @Nullable Instant sentAt;

	@Embedded
	private @Nullable Approval approval;

	@Embedded
	private @Nullable SentSnapshot snapshot;

	@Embedded
	private RevisionSeals seals = new RevisionSeals();

	@Embedded
	private @Nullable Signature signature;

	private @Nullable String declineReason;

	@OneToMany(mappedBy = "revision", cascade = CascadeType.ALL, orphanRemoval = true)
	@OrderBy("number")
	private List<ProposalLine> lines = new ArrayList<>();

	@Version
	private long version;

	@SuppressWarnings("NullAway.Init")
	protected ProposalRevision() {
	}

	ProposalRevision(Proposal proposal, int number, int round, String currency, Terms terms, Vat vat, Actor by,
			Instant now) {
		this.proposal = proposal;
		this.number = number;
		this.round = round;
		this.currency = currency;
		this.vatTreatment = vat.treatment();
		this.vatPercent = vat.percent();
		this.statusByName = by.name();
		this.statusById = by.id();
		this.statusAt = now;
		assign(terms);
	}

	/**
	 * Ends before the work begins, where nothing else was chosen: an offer cannot be
	 * accepted on the morning of its first day.
	 * @param today the earliest end that makes sense
	 */
	void endBeforeWork(LocalDate today) {
		requireDraft();
		this.lines.stream()
			.map((line) -> line.period().from().minusDays(1))
			.min(LocalDate::compareTo)
			.filter((day) -> day.isBefore(this.validUntil))
			.ifPresent((day) -> this.validUntil = day.isBefore(today) ? today : day);
	}

	void change(Terms terms, Map<Integer, LineTerms> lineTerms) {
		edit();
		assign(terms);
		lineTerms.forEach((line, changed) -> requireLine(line).type(changed));
	}

	private void assign(Terms terms) {
		if (terms.discountPercent().signum() < 0 || terms.discountPercent().compareTo(ALL) > 0) {
			throw new IllegalArgumentException("A discount is 0 to 100 per cent");
		}
		this.holidayCountry = terms.holidays().country();
		this.holidayRegion = terms.holidays().region();
		this.holidayRule = terms.rule();
		this.validUntil = terms.validUntil();
		this.discountPercent = terms.discountPercent();
		this.scopePercent = terms.scopePercent();
		this.cap = terms.cap();
		steps().type(terms.rises());
		this.note = terms.note();
	}

	Terms terms() {
		return new Terms(holidays(), this.holidayRule, this.validUntil, this.discountPercent, this.scopePercent,
				this.cap, steps().typed(), this.note);
	}

	ProposalLine addLine(Position position, Match match, Reasons reasons, LineTerms terms) {
		edit();
		if (this.lines.size() >= MOST_LINES) {
			throw new IllegalStateException("A proposal takes " + MOST_LINES + " lines");
		}
		return add(position, match, reasons, terms);
	}

	private ProposalLine add(Position position, Match match, Reasons reasons, LineTerms terms) {
		int next = this.lines.stream().mapToInt(ProposalLine::number).max().orElse(0) + 1;
		ProposalLine line = new ProposalLine(this, next, position, match, reasons, terms);
		this.lines.add(line);
		return line;
	}

	/** Somebody else instead: another line, since lines keep their person. */
	ProposalLine replace(ProposalLine line, Position position, Match match, Reasons reasons, LineTerms terms) {
		edit();
		ProposalLine other = add(position, match, reasons, terms);
		this.lines.remove(line);
		return other;
	}

	void copyLines(ProposalRevision other) {
		requireDraft();
		other.lines.forEach((line) -> this.lines.add(new ProposalLine(this, line)));
	}

	/**
	 * @return whether there was such a line
	 */
	boolean removeLine(int line) {
		edit();
		return this.lines.removeIf((one) -> one.number() == line);
	}

	/**
	 * Takes up the discount of a frame agreement.
	 * @param name of the agreement, or {@code null} for none
	 * @param before the days that were accepted under it before
	 * @param percent its discount; with that on the whole it is never more than all
	 */
	void agree(@Nullable String name, DayCount before, BigDecimal percent) {
		requireDraft();
		this.agreement = name;
		this.agreementDays = before;
		this.volumePercent = new Discounts(this.discountPercent, percent).volumePercent();
	}

	/** Takes note of why it is taxed as it is. */
	void tax(VatBasis basis) {
		requireDraft();
		this.vatTreatment = basis.treatment();
		this.vatTerritory = basis.territory();
	}

	/**
	 * Adds up the lines, which have been priced.
	 * @param vatOn what a day is taxed by
	 */
	void addUp(Function<LocalDate, Vat> vatOn) {
		requireDraft();
		Totals totals = Totals.of(months(), this.currency, discounts(), vatOn);
		this.vatShares.clear();
		this.vatShares.addAll(totals.shares());
		this.vatPercent = this.vatShares.isEmpty() ? vatOn.apply(this.validUntil).percent()
				: this.vatShares.get(0).percent();
		this.subtotal = totals.subtotal().amount();
		this.vat = totals.vat().amount();
		this.total = totals.total().amount();
	}

	/** What is taken off the sum of its lines. */
	public Discounts discounts() {
		return new Discounts(this.discountPercent, this.volumePercent);
	}

	private Money sum() {
		return Money.of(this.subtotal, this.currency);
	}

	/** Whether the same account put it there: people may share a name. */
	boolean isIn(ProposalStatus there, Actor by) {
		return this.status == there && this.statusById != null && this.statusById.equals(by.id());
	}

	/** Nothing of it changes from now on, which the hash and the seal tell. */
	void send(SentSnapshot snapshot, Actor by, Instant now) {
		move(ProposalStatus.DRAFT, ProposalStatus.SENT, by, now);
		this.sentByName = by.name();
		// As exact as both databases keep it, whichever way they round.
		this.sentAt = now.truncatedTo(ChronoUnit.MILLIS);
		this.snapshot = snapshot;
		this.seals.send(Seal.of(this));
	}

	/** What proves that nothing of it was changed. */
	RevisionSeals seals() {
		return this.seals;
	}

	void accept(Signature signature, Actor by, Instant now) {
		move(ProposalStatus.SENT, ProposalStatus.ACCEPTED, by, now);
		this.signature = signature;
	}

	void decline(String reason, Actor by, Instant now) {
		move(ProposalStatus.SENT, ProposalStatus.DECLINED, by, now);
		this.declineReason = reason;
	}

	void end(ProposalStatus how, Actor by, Instant now) {
		move(ProposalStatus.SENT, how, by, now);
	}

	private void move(ProposalStatus from, ProposalStatus to, Actor by, Instant now) {
		if (this.status != from) {
			throw refused();
		}
		this.status = to;
		this.statusByName = by.name();
		this.statusById = by.id();
		// As exact as both databases keep it: the seal of an acceptance covers it.
		this.statusAt = now.truncatedTo(ChronoUnit.MICROS);
		this.proposal.mark();
	}

	/**
	 * @param ofAll whether it stands for its proposal in lists
	 * @param ofSent the same in lists of what was sent
	 */
	void stand(boolean ofAll, boolean ofSent) {
		this.stands = ofAll;
		this.standsSent = ofSent;
	}

	/** What was approved is not what it will be. */
	private void edit() {
		requireDraft();
		this.approval = null;
	}

	/**
	 * What stands as it stood keeps its approval: nothing of it has changed, neither what
	 * it offers nor what it costs.
	 */
	void keepApproval(@Nullable Approval before, DraftFigures figures) {
		requireDraft();
		if (figures.isSame(DraftFigures.of(List.of(this)))) {
			this.approval = before;
		}
	}

	/** What was approved is not what it is now. */
	void dropApproval() {
		requireDraft();
		this.approval = null;
	}

	/**
	 * A second approver has to look at it before it is sent.
	 * @param reason what the approver should know, or {@code null}
	 * @return whether it was asked for now, and not before
	 */
	boolean askApproval(@Nullable String reason, CurrentUser by) {
		requireDraft();
		boolean first = this.approval == null || !this.approval.isWaiting();
		if (first) {
			this.approval = Approval.askedBy(by, reason);
		}
		return first;
	}

	/**
	 * @return whether it was approved now: not by who asked for it, and not before
	 */
	boolean approve(CurrentUser by, Instant now) {
		requireDraft();
		boolean may = mayApprove(by);
		if (may) {
			this.approval = Objects.requireNonNull(this.approval).given(by, now);
		}
		return may;
	}

	/**
	 * @return whether it was refused now: not by who asked for it, and not before
	 */
	boolean refuseApproval(String why, CurrentUser by, Instant now) {
		requireDraft();
		boolean may = mayApprove(by);
		if (may) {
			this.approval = Objects.requireNonNull(this.approval).refused(why, by, now);
		}
		return may;
	}

	/** Whether it waits for a second approver, and this can be one. */
	public boolean mayApprove(CurrentUser user) {
		return this.status == ProposalStatus.DRAFT && this.approval != null && this.approval.isWaitingFor(user);
	}

	boolean isApproved() {
		return this.approval != null && this.approval.isGiven();
	}

	/** What stands of its internal approval, or {@code null} if none was asked for. */
	public @Nullable Approval approval() {
		return this.approval;
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

	/** Whose work would be over before it is accepted, once each. */
	List<String> over(LocalDate today) {
		return this.lines.stream()
			.filter((line) -> line.isOver(today))
			.map(ProposalLine::consultantName)
			.distinct()
			.toList();
	}

	boolean isPast(LocalDate today) {
		return today.isAfter(this.validUntil);
	}

	public ProposalLine requireLine(int line) {
		return this.lines.stream().filter((one) -> one.number() == line).findFirst().orElseThrow(NotFound::new);
	}

	/** The days and amounts of all lines by month, before the proposal's discount. */
	public List<MonthCost> months() {
		Map<YearMonth, MonthCost> months = new TreeMap<>();
		this.lines.forEach((line) -> line.months()
			.forEach((month) -> months.merge(month.month(), new MonthCost(month.month(), month.days(), month.amount()),
					MonthCost::plus)));
		return List.copyOf(months.values());
	}

	public DayCount days() {
		return this.lines.stream().map(ProposalLine::days).reduce(DayCount.ZERO, DayCount::plus);
	}

	long id() {
		return Objects.requireNonNull(this.id);
	}

	public int number() {
		return this.number;
	}

	/** Revisions of the same round are alternatives to each other. */
	public int round() {
		return this.round;
	}

	/** A, B or C among its alternatives; {@code null} if there are no others. */
	public @Nullable String alternative() {
		List<ProposalRevision> all = this.proposal.round(this);
		return (all.size() > 1) ? String.valueOf((char) ('A' + all.indexOf(this))) : null;
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
		return discounts().onWhole(sum()).amount();
	}

	/** What the frame agreement takes off the subtotal. */
	public BigDecimal volumeDiscount() {
		return discounts().byVolume(sum()).amount();
	}

	/** In per cent. */
	public BigDecimal volumePercent() {
		return this.volumePercent;
	}

	/** The frame agreement that holds for it, or {@code null}. */
	public @Nullable String agreement() {
		return this.agreement;
	}

	/** The days that were accepted under the frame agreement before this was sent. */
	public DayCount agreementDays() {
		return this.agreementDays;
	}

	/** The subtotal less the discounts: what VAT is calculated on. */
	public BigDecimal net() {
		return this.subtotal.subtract(discount()).subtract(volumeDiscount());
	}

	/** What it comes to, from the sum of its lines to the total. */
	public List<CostRow> costs() {
		return CostRow.of(sum(), discounts(), vatShares(),
				new CostRow(CostRow.Kind.TAX, this.vatPercent, this.vat, null), this.total);
	}

	/** By how much its rates rise, and who says so. */
	RateSteps steps() {
		return new RateSteps(this.rises);
	}

	/** By how much all rates rise, in per cent of what they were before, by the day. */
	public NavigableMap<LocalDate, BigDecimal> rises() {
		return steps().all();
	}

	/** Those of the frame agreement. */
	public NavigableMap<LocalDate, BigDecimal> agreedRises() {
		return steps().agreed();
	}

	/**
	 * Those within the time of its lines: before all of them begin, or after, none is
	 * seen, nor is one of nothing.
	 */
	public NavigableMap<LocalDate, BigDecimal> seenRises() {
		return steps().felt(this.lines.stream().map(ProposalLine::period).toList());
	}

	/**
	 * Takes up what the frame agreement raises rates by, instead of what it did before.
	 * What was typed for a day stays as it was typed.
	 */
	void raise(Map<LocalDate, BigDecimal> agreed) {
		requireDraft();
		steps().agree(agreed);
	}

	/** The day on which its rates were as they are before they rise. */
	LocalDate ratesAsOf() {
		return LocalDate.ofInstant(this.proposal.createdAt(), ZoneOffset.UTC);
	}

	/** What is taxed at which rate, in the order of time. */
	public List<VatShare> vatShares() {
		return this.vatShares.stream().sorted(Comparator.comparing(VatShare::monthStart)).toList();
	}

	/** Whether VAT changes on the way. */
	public boolean isVatChanging() {
		return this.vatShares.size() > 1;
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
	public OfferTotal low() {
		return OfferTotal.low(this);
	}

	/** If the scope grows as far as it may; never more than the cap. */
	public OfferTotal high() {
		return OfferTotal.high(this);
	}

	public Vat.Treatment vatTreatment() {
		return this.vatTreatment;
	}

	/** Why it has the VAT that it has. */
	public VatBasis vatBasis() {
		return new VatBasis(this.vatTreatment, this.vatTerritory);
	}

	/** The rates of exchange that lines were priced with, each once. */
	public List<Exchanged> exchanges() {
		return this.lines.stream().flatMap((line) -> Stream.ofNullable(line.pay().exchanged())).distinct().toList();
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

	/**
	 * The account of who put it there; none for Muster itself, and for what is from
	 * before.
	 */
	Optional<Long> statusById() {
		return Optional.ofNullable(this.statusById);
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

	Proposal proposal() {
		return this.proposal;
	}

	long organisationId() {
		return this.proposal.organisationId();
	}

	long requestId() {
		return this.proposal.requestId();
	}

	String proposalReference() {
		return this.proposal.reference();
	}

	/** Of the request when it was sent, or {@code null} before. */
	public @Nullable String title() {
		return (this.snapshot != null) ? this.snapshot.title() : null;
	}

	/** The consultancy when it was sent, line by line, or {@code null} before. */
	public @Nullable String seller() {
		return (this.snapshot != null) ? this.snapshot.seller() : null;
	}

	/** The organisation when it was sent, line by line, or {@code null} before. */
	public @Nullable String buyer() {
		return (this.snapshot != null) ? this.snapshot.buyer() : null;
	}

	/** What the organisation was called when it was sent, or {@code null} before. */
	@Nullable String buyerName() {
		String buyer = buyer();
		return (buyer != null) ? buyer.lines().findFirst().orElse(null) : null;
	}

	/** The terms that come with it, or {@code null} for none. */
	public @Nullable Integer termsVersion() {
		return (this.snapshot != null) ? this.snapshot.termsVersion() : null;
	}

	/** How its document looks, or {@code null} for the usual. */
	@Nullable Integer letterhead() {
		return (this.snapshot != null) ? this.snapshot.letterhead() : null;
	}

	/**
	 * By whose clock its last day ends, as it was when it was sent; {@code null} for that
	 * of the client.
	 */
	@Nullable String deadlineZone() {
		return (this.snapshot != null) ? this.snapshot.deadlineZone() : null;
	}

	/**
	 * The SHA-256 of what it offers, in hexadecimal digits; {@code null} before it is
	 * sent, and for those that were sent before hashes were.
	 */
	public @Nullable String contentHash() {
		return this.seals.contentHash();
	}

	/** Of who accepted it. */
	public @Nullable Signature signature() {
		return this.signature;
	}

	public @Nullable String declineReason() {
		return this.declineReason;
	}

	void whole() {
		Hibernate.initialize(this.rises);
		Hibernate.initialize(this.vatShares);
		this.lines.forEach(ProposalLine::whole);
	}

	public List<ProposalLine> lines() {
		return Collections.unmodifiableList(this.lines);
	}

	public long version() {
		return this.version;
	}

}
