package org.muster.proposals;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

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
import org.hibernate.Hibernate;
import org.jspecify.annotations.Nullable;
import org.muster.calendar.Allocation;
import org.muster.calendar.DayCount;
import org.muster.calendar.MonthDays;
import org.muster.calendar.Period;
import org.muster.calendar.Weekend;
import org.muster.calendar.WorkPattern;
import org.muster.calendar.WorkingDays;
import org.muster.consultants.DatedRates;
import org.muster.consultants.RatesOverTime;
import org.muster.evidence.SealedText;
import org.muster.matching.Match;
import org.muster.money.AmountConverter;
import org.muster.money.DayRate;
import org.muster.money.ExchangeRates;
import org.muster.money.Money;
import org.muster.pricing.Price;
import org.muster.pricing.PriceBand;
import org.muster.pricing.PriceSchedule;
import org.muster.pricing.RateMultipliers;
import org.muster.requests.Position;
import org.muster.vocabulary.JobRole;
import org.muster.vocabulary.Seniority;

/** One person for one position: which days, and what they cost. */
@Entity
public class ProposalLine {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@ManyToOne(fetch = FetchType.LAZY)
	private ProposalRevision revision;

	private int number;

	private int positionNumber;

	@Enumerated(EnumType.STRING)
	private JobRole role;

	@Embedded
	private LinePerson person;

	private BigDecimal score;

	@Embedded
	private WorkTime time;

	@Convert(converter = AmountConverter.class)
	private BigDecimal billRate;

	@Embedded
	private LinePay pay;

	/** Nothing is read for lines from before any of it was kept. */
	@Embedded
	private @Nullable ListRate list;

	private BigDecimal discountPercent;

	@Enumerated(EnumType.STRING)
	private @Nullable Seniority seniority;

	private boolean onCall;

	private @Nullable BigDecimal onCallFactor;

	private @Nullable BigDecimal weekendFactor;

	private @Nullable Allocation weekend;

	private BigDecimal absencePercent = BigDecimal.ZERO;

	@Column(name = "half_days")
	private DayCount days = DayCount.ZERO;

	@Convert(converter = AmountConverter.class)
	private BigDecimal amount = BigDecimal.ZERO;

	@ElementCollection
	@CollectionTable(name = "proposal_line_month", joinColumns = @JoinColumn(name = "line_id"))
	private List<LineMonth> months = new ArrayList<>();

	@SuppressWarnings("NullAway.Init")
	protected ProposalLine() {
	}

	ProposalLine(ProposalRevision revision, int number, Position position, Match match, Reasons reasons,
			LineTerms terms) {
		DatedRates rates = match.candidate().ratesOn(terms.period().from());
		this.revision = revision;
		this.number = number;
		this.positionNumber = position.number();
		this.role = position.role();
		this.seniority = position.seniority();
		this.person = new LinePerson(match.candidate(), reasons);
		this.score = match.score();
		this.pay = new LinePay(rates.pay(), match.candidate().currency());
		this.time = new WorkTime(terms);
		keptList().own(rates.bill(), null, revision.ratesAsOf());
		change(terms);
	}

	/** A copy for another revision. */
	ProposalLine(ProposalRevision revision, ProposalLine other) {
		this.revision = revision;
		this.number = other.number;
		this.positionNumber = other.positionNumber;
		this.role = other.role;
		this.seniority = other.seniority;
		this.person = new LinePerson(other.person);
		this.score = other.score;
		this.pay = new LinePay(other.pay);
		this.list = new ListRate(other.list());
		this.time = new WorkTime(other.terms());
		this.onCallFactor = other.onCallFactor;
		this.weekendFactor = other.weekendFactor;
		this.weekend = other.weekend;
		this.days = other.days;
		this.amount = other.amount;
		this.months.addAll(other.months);
		this.absencePercent = other.absencePercent;
		change(other.terms());
	}

	final void change(LineTerms terms) {
		if (terms.discountPercent().signum() < 0 || terms.discountPercent().compareTo(new BigDecimal(100)) > 0) {
			throw new IllegalArgumentException("A discount is 0 to 100 per cent");
		}
		this.time.set(terms);
		this.billRate = DayRate.valid(terms.billRate());
		if (terms.asOf() != null) {
			keptList().asOf(terms.asOf(), this.revision.ratesAsOf());
		}
		this.discountPercent = terms.discountPercent();
		this.onCall = terms.onCall();
	}

	/** Takes up what was typed. */
	void type(LineTerms terms) {
		if (terms.billRate().compareTo(this.billRate) != 0) {
			keptList().type(terms.billRate());
		}
		change(terms);
	}

	/** Why this person, as it follows from the terms. */
	void explain(Reasons why) {
		this.person.explain(why);
	}

	/**
	 * Takes note of what the rate card says now, and from when on it does: what rates
	 * rise by before does not raise it.
	 */
	void note(@Nullable Price card) {
		keptList().note(card, this.revision.ratesAsOf());
	}

	/** Whether the rate card says something else than what was taken note of. */
	boolean isOtherThan(@Nullable Price card) {
		return list().isOtherThan(card);
	}

	/**
	 * Takes up what the profile says: the pay rate of each day, and the own rate of the
	 * first.
	 * @param own what the person costs by that; {@code null} where it is not known
	 */
	void charge(RatesOverTime rates, @Nullable Price own) {
		this.pay.take(rates, period());
		keptList().own(rates.on(period().from()).bill(), own, this.revision.ratesAsOf());
	}

	/**
	 * Fixes what the person's currency is worth.
	 */
	void exchange(ExchangeRates rates) {
		this.pay.exchange(rates, this.revision.currency());
	}

	/**
	 * Prices the days that were counted.
	 * @param factors what days of a special kind are multiplied by
	 * @param absence how many of them are usually lost to sickness and other leave that
	 * nobody plans, in per cent
	 */
	void price(List<MonthDays> counted, RateMultipliers factors, BigDecimal absence) {
		this.absencePercent = absence;
		this.onCallFactor = this.onCall ? factors.onCall() : null;
		this.weekend = Weekend.asAllocation(this.revision.holidays());
		this.weekendFactor = pattern().takes(weekendDays()) ? factors.weekend() : null;
		this.months.clear();
		this.months.addAll(LineMonth.priced(counted, prices(), this.revision.currency()));
		this.days = WorkingDays.total(counted);
		this.amount = this.months.stream().map(LineMonth::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	/** What each of its days costs. */
	public PriceSchedule prices() {
		return new PriceSchedule(this.billRate, this.revision.currency(), this.discountPercent,
				this.revision.steps().since(list().billedFrom()),
				new RateMultipliers(this.weekendFactor, this.onCallFactor), weekendDays(), this.pay.exchanged());
	}

	private Set<DayOfWeek> weekendDays() {
		return Weekend.ofAllocation(this.weekend);
	}

	/** The days that cost the same together. */
	public List<PriceBand> charges() {
		return charges(prices());
	}

	private List<PriceBand> charges(PriceSchedule prices) {
		return counted().bands(prices);
	}

	private CountedMonths counted() {
		return CountedMonths.of(this.months);
	}

	/** Whether its days do not all cost the same. */
	public boolean isUneven() {
		return !prices().isEven();
	}

	/** The days that are left if as many are lost as usual, rounded down to halves. */
	DayCount lowDays() {
		return scaled(BigDecimal.ONE.subtract(this.absencePercent.movePointLeft(2)), RoundingMode.FLOOR);
	}

	/**
	 * The days that it takes if the scope grows, rounded up to halves.
	 * @param scope by how much, in per cent
	 */
	DayCount highDays(BigDecimal scope) {
		return scaled(BigDecimal.ONE.add(scope.movePointLeft(2)), RoundingMode.CEILING);
	}

	private DayCount scaled(BigDecimal factor, RoundingMode rounding) {
		return new DayCount(new BigDecimal(this.days.halves()).multiply(factor).setScale(0, rounding).intValueExact());
	}

	/**
	 * What so many days cost, rounded once: on average as much as those that are offered.
	 */
	Money priceOf(DayCount count) {
		PriceSchedule prices = prices();
		if (prices.isEven() || this.days.isZero()) {
			return Money.of(prices.first(), this.revision.currency())
				.lessPercent(this.discountPercent)
				.times(count.days())
				.rounded();
		}
		return Money
			.of(this.amount.multiply(count.days()).divide(this.days.days(), MathContext.DECIMAL64),
					this.revision.currency())
			.rounded();
	}

	/** Who does it. */
	LinePerson person() {
		return this.person;
	}

	/** What a seal covers that is no part of the hash, which clients can ask for. */
	void addTo(SealedText text) {
		text.add("line", this.number)
			.add("person", this.person.hash())
			.add("consultant", consultantId())
			.add("seniority", this.seniority)
			.add("weekend", this.weekend)
			.add("onCall", this.onCall)
			.add("pay", this.pay.rate())
			.add("payCurrency", this.pay.currency());
	}

	/** In per cent: what is usually lost to absence that nobody plans. */
	public BigDecimal absencePercent() {
		return this.absencePercent;
	}

	void whole() {
		Hibernate.initialize(this.months);
		this.time.whole();
	}

	LineTerms terms() {
		return new LineTerms(pattern(), period(), this.billRate, this.discountPercent, this.onCall);
	}

	long id() {
		return Objects.requireNonNull(this.id);
	}

	public int number() {
		return this.number;
	}

	public int positionNumber() {
		return this.positionNumber;
	}

	public JobRole role() {
		return this.role;
	}

	public long consultantId() {
		return this.person.id();
	}

	public String consultantReference() {
		return this.person.reference();
	}

	public String consultantName() {
		return this.person.name();
	}

	public String consultantHeadline() {
		return this.person.headline();
	}

	/** The score of the match, 0 to 100, when the line was made. */
	public BigDecimal score() {
		return this.score;
	}

	/** Why this person, in words. */
	public String reasons() {
		return this.person.reasons();
	}

	/**
	 * The same in another language, or in English for lines from before there were
	 * others.
	 * @param language ISO 639-1
	 */
	public String reasons(String language) {
		return this.person.reasons(language);
	}

	/** The fewest days of a week, where the line is at its end or in a pause or not. */
	DayCount fewestPerWeek() {
		return this.time.fewestPerWeek();
	}

	/**
	 * How it takes the weeks: the first allocation, later ones, pauses, a half last day.
	 */
	public WorkPattern pattern() {
		return this.time.pattern();
	}

	/** The parts of its time with the same weeks all along. */
	public List<WorkPattern.Stretch> stretches() {
		return pattern().stretches(period());
	}

	/** The allocation that it begins with. */
	public Allocation allocation() {
		return this.time.allocation();
	}

	public Period period() {
		return this.time.period();
	}

	/**
	 * What is worked on each date with work, in half days: no holiday, closing or leave
	 * takes all of it. Where each date was not kept, what it asks for.
	 */
	NavigableMap<LocalDate, Integer> halves() {
		return counted().halves(this.time);
	}

	String proposalReference() {
		return this.revision.proposalReference();
	}

	/** Where what it holds of its person comes from. */
	String source() {
		return Holds.source(proposalReference(), this.revision.number(), this.number);
	}

	/**
	 * From the first day with work to the last, which is what clients are shown; where it
	 * has no work, from its first day of all to its last.
	 */
	public Period dates() {
		return counted().dates(this.time);
	}

	/** Whether its last day has passed. */
	boolean isOver(LocalDate today) {
		return period().to().isBefore(today);
	}

	/** Whether the last day is a half one, so that the number of days is exact. */
	public boolean endsHalf() {
		return this.time.endsHalf();
	}

	public BigDecimal billRate() {
		return this.billRate;
	}

	/**
	 * What its days cost the consultancy. Not public: no page reaches it by way of a
	 * line, and those of the consultancy's people are given it beside.
	 */
	LinePay pay() {
		return this.pay;
	}

	/**
	 * What a day costs the consultancy, in the currency of the proposal; {@code null} if
	 * no rate of exchange is known. Never shown to clients.
	 */
	@Nullable BigDecimal payOn(LocalDate date) {
		return this.pay.on(date, this.revision.currency());
	}

	/** The same of all its days, not rounded. */
	@Nullable BigDecimal cost() {
		return this.pay.in(this.revision.currency()).cost(this.days, this.months);
	}

	/** The same by month, not rounded. */
	@Nullable Map<YearMonth, BigDecimal> costs() {
		return this.pay.in(this.revision.currency()).costs(this.months);
	}

	/** What the first of its days costs, before the line's discount. */
	public BigDecimal dayRate() {
		return charges().get(0).rate();
	}

	/**
	 * By how much its rate has risen by the first day, in per cent, by the day: before
	 * that it was the bill rate.
	 */
	public NavigableMap<LocalDate, BigDecimal> risesBefore() {
		NavigableMap<LocalDate, BigDecimal> rises = new TreeMap<>(
				this.revision.steps().since(list().billedFrom()).headMap(period().from(), true));
		rises.values().removeIf((percent) -> percent.signum() == 0);
		return rises;
	}

	/**
	 * The rate that the line has to be given for the first of its days to cost as much,
	 * as it was priced last: rates may have risen by then.
	 */
	BigDecimal billRateFor(BigDecimal dayRate) {
		BigDecimal now = dayRate();
		return (now.compareTo(this.billRate) == 0) ? dayRate
				: Money.of(dayRate.multiply(this.billRate).divide(now, MathContext.DECIMAL64), this.revision.currency())
					.rounded()
					.amount();
	}

	/** What a day costs after the line's discount, exactly; were it no weekend. */
	BigDecimal netRateOn(LocalDate date) {
		return less(prices().on(date));
	}

	/** The most that one of its days costs, except at weekends, after the discount. */
	BigDecimal highestDayRate() {
		return less(charges().stream()
			.filter((charge) -> !charge.weekend())
			.map(PriceBand::rate)
			.max(BigDecimal::compareTo)
			.orElseGet(this::dayRate));
	}

	private BigDecimal less(BigDecimal rate) {
		return Money.of(rate, this.revision.currency()).lessPercent(this.discountPercent).amount();
	}

	/** What its days cost after its discount, not rounded. */
	BigDecimal exactAmount() {
		return less(sum(charges()));
	}

	/** What its days cost at list price, not rounded. */
	BigDecimal listAmount() {
		return sum(charges(prices().at(Objects.requireNonNullElse(listRate(), this.billRate),
				this.revision.steps().listedSince(list().from()))));
	}

	private static BigDecimal sum(List<PriceBand> charges) {
		return charges.stream()
			.map((charge) -> charge.rate().multiply(charge.total().days()))
			.reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	/**
	 * What a day costs by list: by the rate card, or else by the person's own rate;
	 * {@code null} for lines from before that was kept.
	 */
	public @Nullable BigDecimal listRate() {
		return list().rate(this.pay.in(this.revision.currency()));
	}

	/** What it costs by list, and since when. */
	public ListRate list() {
		return Objects.requireNonNullElseGet(this.list, ListRate::new);
	}

	private ListRate keptList() {
		ListRate kept = list();
		this.list = kept;
		return kept;
	}

	/** What gave the day rate that the line was made or saved with. */
	public enum RateRule {

		CARD, OWN, TYPED

	}

	/** What gave the day rate; {@code null} for lines from before that was kept. */
	public @Nullable RateRule rateRule() {
		BigDecimal list = listRate();
		if (list == null) {
			return null;
		}
		return (list.compareTo(this.billRate) != 0) ? RateRule.TYPED
				: (list().card() != null) ? RateRule.CARD : RateRule.OWN;
	}

	/**
	 * What the entry of the rate card says, or else the profile, in the currency of the
	 * proposal; {@code null} if it has not risen since.
	 */
	public @Nullable BigDecimal listBeforeRises() {
		return list().beforeRises(this.pay.in(this.revision.currency()));
	}

	/** Of the position, or {@code null} for lines from before it was kept. */
	@Nullable Seniority seniority() {
		return this.seniority;
	}

	/** Whether the person is on call only. */
	public boolean isOnCall() {
		return this.onCall;
	}

	/** What the rate is multiplied by for being on call, or {@code null}. */
	public @Nullable BigDecimal onCallFactor() {
		return this.onCallFactor;
	}

	/** What the rate is multiplied by at weekends, or {@code null}. */
	public @Nullable BigDecimal weekendFactor() {
		return this.weekendFactor;
	}

	public BigDecimal discountPercent() {
		return this.discountPercent;
	}

	public DayCount days() {
		return this.days;
	}

	/** Days times rate less the line's discount, rounded once. */
	public BigDecimal amount() {
		return this.amount;
	}

	public List<LineMonth> months() {
		return counted().months();
	}

}
