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
import java.util.function.Predicate;

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
import org.muster.evidence.SealKeys;
import org.muster.matching.Match;
import org.muster.money.AmountConverter;
import org.muster.money.Money;
import org.muster.money.Vat;
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
	private @Nullable Parties parties;

	private @Nullable String contentHash;

	private @Nullable String seal;

	private boolean sealedLater;

	private @Nullable String endSeal;

	private boolean endSealedLater;

	private @Nullable String reasonSalt;

	private @Nullable String reasonHash;

	private @Nullable String reasonSeal;

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
		this.rises.values().removeIf((step) -> !step.agreed());
		terms.rises().forEach((from, percent) -> this.rises.put(from, RateStep.typed(percent)));
		this.note = terms.note();
	}

	Terms terms() {
		return new Terms(holidays(), this.holidayRule, this.validUntil, this.discountPercent, this.scopePercent,
				this.cap, typedRises(), this.note);
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
		this.volumePercent = percent.min(ALL.subtract(this.discountPercent));
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
		Totals totals = Totals.of(months(), this.currency, this::lessDiscounts, vatOn);
		this.vatShares.clear();
		this.vatShares.addAll(totals.shares());
		this.vatPercent = this.vatShares.isEmpty() ? vatOn.apply(this.validUntil).percent()
				: this.vatShares.get(0).percent();
		this.subtotal = totals.subtotal().amount();
		this.vat = totals.vat().amount();
		this.total = totals.total().amount();
	}

	/**
	 * What is left of a sum of lines if another discount were taken off the whole.
	 * @param percent that discount; what the frame agreement takes off comes on top
	 */
	BigDecimal netOf(BigDecimal sum, BigDecimal percent) {
		Money whole = Money.of(sum, this.currency);
		BigDecimal volume = this.volumePercent.min(ALL.subtract(percent));
		return whole.minus(whole.percent(percent).rounded()).minus(whole.percent(volume).rounded()).amount();
	}

	/** The share of the lines that the discounts on the whole leave, 0 to 1. */
	BigDecimal leftByDiscounts() {
		return ALL.subtract(this.discountPercent).subtract(this.volumePercent).movePointLeft(2);
	}

	private Money lessDiscounts(Money sum) {
		return sum.minus(discountOn(sum)).minus(volumeOn(sum));
	}

	private Money discountOn(Money sum) {
		return sum.percent(this.discountPercent).rounded();
	}

	private Money volumeOn(Money sum) {
		return sum.percent(this.volumePercent).rounded();
	}

	/** Whether the same account put it there: people may share a name. */
	boolean isIn(ProposalStatus there, Actor by) {
		return this.status == there && this.statusById != null && this.statusById.equals(by.id());
	}

	/** Nothing of it changes from now on, which the hash and the seal tell. */
	void send(Parties parties, Actor by, Instant now) {
		move(ProposalStatus.DRAFT, ProposalStatus.SENT, by, now);
		this.sentByName = by.name();
		// As exact as both databases keep it, whichever way they round.
		this.sentAt = now.truncatedTo(ChronoUnit.MILLIS);
		this.parties = parties;
		this.contentHash = Seal.of(this);
	}

	void seal(String made) {
		this.seal = made;
	}

	/** It was sent before seals were. */
	void sealLater() {
		this.sealedLater = true;
	}

	/** It ended before ends were sealed. */
	void sealEndLater() {
		this.endSealedLater = true;
	}

	/**
	 * What was said as the reason can be taken out later, its hash not.
	 * @param salt without which nobody can guess the reason from its hash
	 */
	void sealReason(String salt) {
		if (this.declineReason != null) {
			this.reasonSalt = salt;
			this.reasonHash = SealKeys.hash(salt + this.declineReason);
		}
	}

	void sealEnd(String made) {
		this.endSeal = made;
	}

	/** Of the offer; {@code null} before it is sent. */
	@Nullable String seal() {
		return this.seal;
	}

	/** Whether it was sealed when the portal began to seal, and not when it was sent. */
	boolean isSealedLater() {
		return this.sealedLater;
	}

	/** Of how it ended; {@code null} before. */
	@Nullable String endSeal() {
		return this.endSeal;
	}

	/** Whether how it ended was sealed when the portal began to seal that. */
	boolean isEndSealedLater() {
		return this.endSealedLater;
	}

	@Nullable String reasonHash() {
		return this.reasonHash;
	}

	/** That a name was taken out of the reason; {@code null} if none was. */
	@Nullable String reasonSeal() {
		return this.reasonSeal;
	}

	/** Whether the reason says what it said when it was sealed. */
	boolean isReasonAsSealed() {
		return (this.declineReason == null) ? this.reasonHash == null
				: SealKeys.hash(this.reasonSalt + this.declineReason).equals(this.reasonHash);
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
		return discountOn(Money.of(this.subtotal, this.currency)).amount();
	}

	/** What the frame agreement takes off the subtotal. */
	public BigDecimal volumeDiscount() {
		return volumeOn(Money.of(this.subtotal, this.currency)).amount();
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
		List<CostRow> rows = new ArrayList<>();
		rows.add(CostRow.sum(CostRow.Kind.SUBTOTAL, this.subtotal));
		if (this.discountPercent.signum() > 0) {
			rows.add(new CostRow(CostRow.Kind.DISCOUNT, this.discountPercent, discount().negate(), null));
		}
		if (this.volumePercent.signum() > 0) {
			rows.add(new CostRow(CostRow.Kind.VOLUME, this.volumePercent, volumeDiscount().negate(), null));
		}
		rows.add(CostRow.sum(CostRow.Kind.NET, net()));
		if (isVatChanging()) {
			vatShares()
				.forEach((share) -> rows.add(new CostRow(CostRow.Kind.TAX, share.percent(), share.tax(), share)));
		}
		else {
			rows.add(new CostRow(CostRow.Kind.TAX, this.vatPercent, this.vat, null));
		}
		rows.add(CostRow.sum(CostRow.Kind.TOTAL, this.total));
		return rows;
	}

	/** By how much all rates rise, in per cent of what they were before, by the day. */
	public NavigableMap<LocalDate, BigDecimal> rises() {
		return rises((step) -> true);
	}

	/**
	 * The same for rates that hold from a day on only, which the frame agreement does not
	 * raise before; those that were typed hold for all.
	 * @param since that day, or {@code null} for all
	 */
	NavigableMap<LocalDate, BigDecimal> rises(@Nullable LocalDate since) {
		NavigableMap<LocalDate, BigDecimal> rises = rises();
		if (since != null) {
			this.rises.forEach((day, step) -> {
				if (step.agreed() && !day.isAfter(since)) {
					rises.remove(day);
				}
			});
		}
		return rises;
	}

	/** Whether the frame agreement says something of a day, that may be overridden. */
	boolean isAgreedOn(LocalDate day) {
		RateStep step = this.rises.get(day);
		return step != null && step.isOfAgreement();
	}

	/** Those that somebody typed. */
	NavigableMap<LocalDate, BigDecimal> typedRises() {
		return rises((step) -> !step.agreed());
	}

	/** Those of the frame agreement. */
	public NavigableMap<LocalDate, BigDecimal> agreedRises() {
		return rises(RateStep::agreed);
	}

	/**
	 * Those within the time of its lines: before all of them begin, or after, none is
	 * seen, nor is one of nothing.
	 */
	public NavigableMap<LocalDate, BigDecimal> seenRises() {
		NavigableMap<LocalDate, BigDecimal> seen = rises((step) -> step.percent().signum() != 0);
		seen.keySet()
			.removeIf((day) -> this.lines.stream()
				.noneMatch((line) -> line.period().contains(day) && line.period().from().isBefore(day)));
		return seen;
	}

	/**
	 * By how much list prices rise that hold from a day on: as agreed, whatever was typed
	 * instead.
	 * @param since that day, or {@code null} for all
	 */
	NavigableMap<LocalDate, BigDecimal> listedRises(@Nullable LocalDate since) {
		NavigableMap<LocalDate, BigDecimal> rises = new TreeMap<>();
		this.rises.forEach((from, step) -> {
			if (since == null || from.isAfter(since) || !step.isOfAgreement()) {
				rises.put(from, step.listed());
			}
		});
		return rises;
	}

	private NavigableMap<LocalDate, BigDecimal> rises(Predicate<RateStep> which) {
		NavigableMap<LocalDate, BigDecimal> rises = new TreeMap<>();
		this.rises.forEach((from, step) -> {
			if (which.test(step)) {
				rises.put(from, step.percent());
			}
		});
		return rises;
	}

	/**
	 * Takes up what the frame agreement raises rates by, instead of what it did before.
	 * What was typed for a day stays as it was typed.
	 */
	void raise(Map<LocalDate, BigDecimal> agreed) {
		requireDraft();
		this.rises.entrySet().removeIf((step) -> step.getValue().agreed() && !agreed.containsKey(step.getKey()));
		agreed.forEach((from, percent) -> {
			RateStep known = this.rises.get(from);
			if (known == null || known.agreed() != known.isLike(percent)) {
				this.rises.put(from, RateStep.agreed(percent));
			}
		});
		this.rises.replaceAll((from, step) -> step.agreed() ? step : step.against(agreed.get(from)));
	}

	/** The day on which its rates were as they are before they rise. */
	LocalDate ratesAsOf() {
		return LocalDate.ofInstant(this.proposal.createdAt(), ZoneOffset.UTC);
	}

	/** What of a frame agreement is in it. */
	record Agreed(@Nullable String name, BigDecimal percent, Map<LocalDate, BigDecimal> rises) {
	}

	Agreed agreed() {
		Map<LocalDate, BigDecimal> rises = new TreeMap<>();
		agreedRises().forEach((day, percent) -> rises.put(day, percent.stripTrailingZeros()));
		return new Agreed(this.agreement, this.volumePercent.stripTrailingZeros(), rises);
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
	public Figure low() {
		return figure(ProposalLine::lowDays);
	}

	/** If the scope grows as far as it may; never more than the cap. */
	public Figure high() {
		Figure high = figure((line) -> line.highDays(this.scopePercent));
		return (this.cap != null && high.net().compareTo(this.cap) > 0)
				? new Figure(high.days(), /* net= */ this.cap, /* uncapped= */ high.net()) : high;
	}

	private Figure figure(Function<ProposalLine, DayCount> count) {
		Money sum = Money.of(BigDecimal.ZERO, this.currency).rounded();
		DayCount all = DayCount.ZERO;
		for (ProposalLine line : this.lines) {
			DayCount days = count.apply(line);
			all = all.plus(days);
			sum = sum.plus(line.cost(days));
		}
		return new Figure(all, lessDiscounts(sum).amount(), null);
	}

	public Vat.Treatment vatTreatment() {
		return this.vatTreatment;
	}

	/** Why it has the VAT that it has. */
	public VatBasis vatBasis() {
		return new VatBasis(this.vatTreatment, this.vatTerritory);
	}

	/** A rate of exchange that lines were priced with. */
	public record Exchanged(String currency, BigDecimal rate, LocalDate date) {
	}

	/** The rates of exchange that lines were priced with, each once. */
	public List<Exchanged> exchanges() {
		return this.lines.stream()
			.filter((line) -> line.exchangeRate() != null && line.exchangedOn() != null)
			.map((line) -> new Exchanged(line.payCurrency(), Objects.requireNonNull(line.exchangeRate()),
					Objects.requireNonNull(line.exchangedOn())))
			.distinct()
			.toList();
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
		return (this.parties != null) ? this.parties.title() : null;
	}

	/** The consultancy when it was sent, line by line, or {@code null} before. */
	public @Nullable String seller() {
		return (this.parties != null) ? this.parties.seller() : null;
	}

	/** The organisation when it was sent, line by line, or {@code null} before. */
	public @Nullable String buyer() {
		return (this.parties != null) ? this.parties.buyer() : null;
	}

	/** What the organisation was called when it was sent, or {@code null} before. */
	@Nullable String buyerName() {
		String buyer = buyer();
		return (buyer != null) ? buyer.lines().findFirst().orElse(null) : null;
	}

	/** The terms that come with it, or {@code null} for none. */
	public @Nullable Integer termsVersion() {
		return (this.parties != null) ? this.parties.termsVersion() : null;
	}

	/** How its document looks, or {@code null} for the usual. */
	@Nullable Integer letterhead() {
		return (this.parties != null) ? this.parties.letterhead() : null;
	}

	/**
	 * By whose clock its last day ends, as it was when it was sent; {@code null} for that
	 * of the client.
	 */
	@Nullable String deadlineZone() {
		return (this.parties != null) ? this.parties.deadlineZone() : null;
	}

	/**
	 * The SHA-256 of what it offers, in hexadecimal digits; {@code null} before it is
	 * sent, and for those that were sent before hashes were.
	 */
	public @Nullable String contentHash() {
		return this.contentHash;
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
