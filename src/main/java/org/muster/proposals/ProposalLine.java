package org.muster.proposals;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
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
import org.hibernate.Hibernate;
import org.jspecify.annotations.Nullable;
import org.muster.calendar.Allocation;
import org.muster.calendar.DayCount;
import org.muster.calendar.MonthDays;
import org.muster.calendar.Period;
import org.muster.calendar.Weekend;
import org.muster.calendar.WorkPattern;
import org.muster.calendar.WorkingDays;
import org.muster.consultants.Candidate;
import org.muster.consultants.DatedRates;
import org.muster.consultants.JobRole;
import org.muster.consultants.RatesOverTime;
import org.muster.consultants.Seniority;
import org.muster.evidence.SealKeys;
import org.muster.evidence.SealedText;
import org.muster.matching.Match;
import org.muster.money.AmountConverter;
import org.muster.money.DayRate;
import org.muster.money.ExchangeRates;
import org.muster.money.Money;
import org.muster.rates.Price;
import org.muster.requests.Position;

/** One person for one position: which days, and what they cost. */
@Entity
public class ProposalLine {

	/** What is said of a person who was erased. */
	static final String NOTHING = "–";

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@ManyToOne(fetch = FetchType.LAZY)
	private ProposalRevision revision;

	private int number;

	private int positionNumber;

	@Enumerated(EnumType.STRING)
	private JobRole role;

	private long consultantId;

	private String consultantReference;

	private String consultantName;

	private String consultantHeadline;

	private BigDecimal score;

	private String reasons;

	@ElementCollection
	@CollectionTable(name = "proposal_line_reason", joinColumns = @JoinColumn(name = "line_id"))
	@MapKeyColumn(name = "language")
	@Column(name = "reasons")
	private Map<String, String> translations = new HashMap<>();

	private Allocation allocation;

	@ElementCollection
	@CollectionTable(name = "proposal_line_phase", joinColumns = @JoinColumn(name = "line_id"))
	@MapKeyColumn(name = "starts_on")
	@Column(name = "allocation")
	private Map<LocalDate, Allocation> phases = new HashMap<>();

	@ElementCollection
	@CollectionTable(name = "proposal_line_pause", joinColumns = @JoinColumn(name = "line_id"))
	private Set<Pause> pauses = new HashSet<>();

	private LocalDate startsOn;

	private LocalDate endsOn;

	private boolean halfLastDay;

	@Convert(converter = AmountConverter.class)
	private BigDecimal billRate;

	@Convert(converter = AmountConverter.class)
	private BigDecimal payRate;

	private String payCurrency;

	@ElementCollection
	@CollectionTable(name = "proposal_line_pay_rate", joinColumns = @JoinColumn(name = "line_id"))
	@MapKeyColumn(name = "starts_on")
	@Column(name = "pay_rate")
	@Convert(attributeName = "value", converter = AmountConverter.class)
	private Map<LocalDate, BigDecimal> laterPayRates = new HashMap<>();

	private BigDecimal discountPercent;

	@Enumerated(EnumType.STRING)
	private @Nullable Seniority seniority;

	@Convert(converter = AmountConverter.class)
	private @Nullable BigDecimal cardRate;

	private @Nullable LocalDate cardFrom;

	/** What the entry of the rate card says, before it rose to the card rate. */
	@Convert(converter = AmountConverter.class)
	private @Nullable BigDecimal cardListed;

	@Convert(converter = AmountConverter.class)
	private @Nullable BigDecimal ownRate;

	/** What that comes to in the proposal's currency, with what it has risen by. */
	@Convert(converter = AmountConverter.class)
	private @Nullable BigDecimal ownPrice;

	/** The day after which that rises, if not all of the draft do by then. */
	private @Nullable LocalDate ownFrom;

	private @Nullable BigDecimal exchangeRate;

	private @Nullable LocalDate exchangedOn;

	private boolean onCall;

	private @Nullable BigDecimal onCallFactor;

	private @Nullable BigDecimal weekendFactor;

	private @Nullable Allocation weekend;

	private BigDecimal absencePercent = BigDecimal.ZERO;

	@Column(name = "half_days")
	private DayCount days = DayCount.ZERO;

	@Convert(converter = AmountConverter.class)
	private BigDecimal amount = BigDecimal.ZERO;

	private @Nullable String personSalt;

	private @Nullable String personHash;

	private @Nullable String erasureSeal;

	@ElementCollection
	@CollectionTable(name = "proposal_line_month", joinColumns = @JoinColumn(name = "line_id"))
	private List<LineMonth> months = new ArrayList<>();

	@SuppressWarnings("NullAway.Init")
	protected ProposalLine() {
	}

	ProposalLine(ProposalRevision revision, int number, Position position, Match match, Reasons reasons,
			LineTerms terms) {
		Candidate candidate = match.candidate();
		this.revision = revision;
		this.number = number;
		this.positionNumber = position.number();
		this.role = position.role();
		this.seniority = position.seniority();
		this.consultantId = candidate.id();
		this.consultantReference = candidate.reference();
		this.consultantName = candidate.name();
		this.consultantHeadline = candidate.headline();
		this.score = match.score();
		this.reasons = reasons.english();
		this.translations.putAll(reasons.others());
		DatedRates rates = candidate.ratesOn(terms.period().from());
		this.payRate = rates.pay();
		this.ownRate = rates.bill();
		this.payCurrency = candidate.currency();
		change(terms);
	}

	/** A copy for another revision. */
	ProposalLine(ProposalRevision revision, ProposalLine other) {
		this.revision = revision;
		this.number = other.number;
		this.positionNumber = other.positionNumber;
		this.role = other.role;
		this.seniority = other.seniority;
		this.cardRate = other.cardRate;
		this.cardFrom = other.cardFrom;
		this.cardListed = other.cardListed;
		this.ownRate = other.ownRate;
		this.ownPrice = other.ownPrice;
		this.ownFrom = other.ownFrom;
		this.exchangeRate = other.exchangeRate;
		this.exchangedOn = other.exchangedOn;
		this.onCallFactor = other.onCallFactor;
		this.weekendFactor = other.weekendFactor;
		this.weekend = other.weekend;
		this.consultantId = other.consultantId;
		this.consultantReference = other.consultantReference;
		this.consultantName = other.consultantName;
		this.consultantHeadline = other.consultantHeadline;
		this.score = other.score;
		this.reasons = other.reasons;
		this.translations.putAll(other.translations);
		this.payRate = other.payRate;
		this.payCurrency = other.payCurrency;
		this.laterPayRates.putAll(other.laterPayRates);
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
		// The contract says nothing of ramps and pauses that its days never reach.
		WorkPattern pattern = terms.pattern().within(terms.period());
		this.allocation = pattern.first();
		this.phases.clear();
		this.phases.putAll(pattern.later());
		this.pauses.clear();
		pattern.pauses().forEach((pause) -> this.pauses.add(new Pause(pause.from(), pause.to())));
		this.startsOn = terms.period().from();
		this.endsOn = terms.period().to();
		this.halfLastDay = terms.endsHalf();
		this.billRate = DayRate.valid(terms.billRate());
		if (terms.asOf() != null) {
			this.cardFrom = from(terms.asOf());
		}
		this.discountPercent = terms.discountPercent();
		this.onCall = terms.onCall();
	}

	/**
	 * Takes up what was typed. Who types what the profile says means it as the profile
	 * does, as of the same day.
	 */
	void type(LineTerms terms) {
		boolean other = terms.billRate().compareTo(this.billRate) != 0;
		if (other && this.cardRate == null && this.ownPrice != null && terms.billRate().compareTo(this.ownPrice) == 0) {
			this.cardFrom = this.ownFrom;
		}
		change(terms);
	}

	/** The day after which a price rises, unless all of the draft do by then. */
	private @Nullable LocalDate from(LocalDate asOf) {
		return asOf.isAfter(this.revision.ratesAsOf()) ? asOf : null;
	}

	/** Why this person, as it follows from the terms. */
	void explain(Reasons why) {
		this.reasons = why.english();
		this.translations.clear();
		this.translations.putAll(why.others());
	}

	/**
	 * Takes note of what the rate card says now, and from when on it does: what rates
	 * rise by before does not raise it.
	 */
	void note(@Nullable Price card) {
		if (card != null || this.cardRate != null) {
			this.cardFrom = (card != null) ? from(card.asOf()) : null;
		}
		this.cardRate = (card != null) ? card.amount() : null;
		this.cardListed = (card != null) ? card.listed().amount() : null;
	}

	/** Whether the rate card says something else than what was taken note of. */
	boolean isOtherThan(@Nullable Price card) {
		return (card == null) ? this.cardRate != null
				: this.cardRate == null || card.amount().compareTo(this.cardRate) != 0;
	}

	/**
	 * Takes up what the profile says: the pay rate of each day, and the own rate of the
	 * first.
	 * @param own what the person costs by that; {@code null} where it is not known
	 */
	void charge(RatesOverTime rates, @Nullable Price own) {
		DatedRates first = rates.on(this.startsOn);
		this.payRate = first.pay();
		this.ownRate = first.bill();
		this.ownPrice = (own != null) ? own.amount() : null;
		this.ownFrom = (own != null) ? from(own.asOf()) : null;
		this.payCurrency = rates.currency();
		this.laterPayRates.clear();
		BigDecimal before = this.payRate;
		for (Map.Entry<LocalDate, DatedRates> change : rates.changesDuring(period()).entrySet()) {
			BigDecimal pay = change.getValue().pay();
			if (pay.compareTo(before) != 0) {
				this.laterPayRates.put(change.getKey(), pay);
			}
			before = pay;
		}
	}

	/**
	 * Fixes what the person's currency is worth.
	 */
	void exchange(ExchangeRates rates) {
		boolean known = rates.canConvert(this.payCurrency, this.revision.currency());
		boolean same = this.payCurrency.equals(this.revision.currency());
		this.exchangeRate = (known && !same) ? rates.between(this.payCurrency, this.revision.currency()) : null;
		this.exchangedOn = (this.exchangeRate != null) ? rates.date(this.payCurrency, this.revision.currency()) : null;
	}

	/**
	 * Prices the days that were counted.
	 * @param factors what days of a special kind are multiplied by
	 * @param absence how many of them are usually lost to sickness and other leave that
	 * nobody plans, in per cent
	 */
	void price(List<MonthDays> counted, Factors factors, BigDecimal absence) {
		this.absencePercent = absence;
		this.onCallFactor = this.onCall ? factors.onCall() : null;
		this.weekend = Weekend.asAllocation(this.revision.holidays());
		this.weekendFactor = pattern().takes(weekendDays()) ? factors.weekend() : null;
		this.months.clear();
		this.months.addAll(LineMonth.priced(counted, prices(), this.revision.currency()));
		this.days = WorkingDays.total(counted);
		this.amount = this.months.stream().map(LineMonth::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	private DayPrices prices() {
		return prices(this.billRate, this.revision.rises(this.cardFrom));
	}

	private DayPrices prices(BigDecimal rate, Map<LocalDate, BigDecimal> rises) {
		return new DayPrices(rate, this.revision.currency(), this.discountPercent, rises, this.onCallFactor,
				this.weekendFactor, weekendDays());
	}

	private Set<DayOfWeek> weekendDays() {
		return (this.weekend != null) ? this.weekend.halves().keySet() : Weekend.of(null);
	}

	/** The days that cost the same together. */
	public List<Charge> charges() {
		return charges(prices());
	}

	private List<Charge> charges(DayPrices prices) {
		List<MonthDays> counted = this.months.stream()
			.sorted(Comparator.comparing(LineMonth::monthStart))
			.map(LineMonth::calendar)
			.filter(Objects::nonNull)
			.toList();
		if (counted.size() < this.months.size() || this.months.isEmpty()) {
			// Counted before each date was kept, when every day cost the same.
			Map<YearMonth, DayCount> all = new TreeMap<>();
			this.months.forEach((month) -> all.put(month.month(), month.days()));
			return List.of(new Charge(null, false, prices.first(), all));
		}
		List<Charge> charges = prices.charges(counted);
		return charges.isEmpty() ? List.of(new Charge(null, false, prices.first(), Map.of())) : charges;
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
	Money cost(DayCount count) {
		DayPrices prices = prices();
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

	/**
	 * What is said of the person is sealed by its hash only, so that it can be erased.
	 * The salt keeps the hash from being guessed, and goes with the name.
	 */
	void sealPerson(String salt) {
		this.personSalt = salt;
		this.personHash = SealKeys.hash(salt + person());
	}

	private String person() {
		SealedText text = new SealedText().add("name", this.consultantName)
			.add("headline", this.consultantHeadline)
			.add("reasons", this.reasons);
		new TreeMap<>(this.translations).forEach(text::add);
		return text.toString();
	}

	/** Whether it says of the person what was sealed. */
	boolean isPersonAsSealed() {
		return this.personSalt != null && SealKeys.hash(this.personSalt + person()).equals(this.personHash);
	}

	/** Whether the person was erased after it was sealed. */
	boolean isErased() {
		return this.personHash != null && this.personSalt == null;
	}

	/** Whether it says nothing of the person, but for a name that tells nothing. */
	boolean isNeutral() {
		return this.consultantHeadline.equals(NOTHING) && this.reasons.equals(NOTHING) && this.translations.isEmpty();
	}

	@Nullable String personHash() {
		return this.personHash;
	}

	@Nullable String erasureSeal() {
		return this.erasureSeal;
	}

	/** What a seal covers that is no part of the hash, which clients can ask for. */
	void addTo(SealedText text) {
		text.add("line", this.number)
			.add("person", this.personHash)
			.add("consultant", this.consultantId)
			.add("seniority", this.seniority)
			.add("weekend", this.weekend)
			.add("onCall", this.onCall)
			.add("pay", this.payRate)
			.add("payCurrency", this.payCurrency);
	}

	/** In per cent: what is usually lost to absence that nobody plans. */
	public BigDecimal absencePercent() {
		return this.absencePercent;
	}

	void whole() {
		Hibernate.initialize(this.months);
		Hibernate.initialize(this.phases);
		Hibernate.initialize(this.pauses);
	}

	LineTerms terms() {
		return new LineTerms(pattern(), period(), this.billRate, this.discountPercent, this.onCall);
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
		return this.consultantId;
	}

	public String consultantReference() {
		return this.consultantReference;
	}

	public String consultantName() {
		return this.consultantName;
	}

	public String consultantHeadline() {
		return this.consultantHeadline;
	}

	/** The score of the match, 0 to 100, when the line was made. */
	public BigDecimal score() {
		return this.score;
	}

	/** Why this person, in words. */
	public String reasons() {
		return this.reasons;
	}

	/**
	 * The same in another language, or in English for lines from before there were
	 * others.
	 * @param language ISO 639-1
	 */
	public String reasons(String language) {
		return this.translations.getOrDefault(language, this.reasons);
	}

	/** The fewest days of a week, where the line is at its end or in a pause or not. */
	DayCount fewestPerWeek() {
		return Stream.concat(Stream.of(this.allocation), this.phases.values().stream())
			.map(Allocation::perWeek)
			.min(DayCount::compareTo)
			.orElseThrow();
	}

	/**
	 * How it takes the weeks: the first allocation, later ones, pauses, a half last day.
	 */
	public WorkPattern pattern() {
		return new WorkPattern(this.allocation, this.phases, this.pauses.stream().map(Pause::period).toList())
			.withHalfDay(this.halfLastDay ? this.endsOn : null);
	}

	/** The parts of its time with the same weeks all along. */
	public List<WorkPattern.Stretch> stretches() {
		return pattern().stretches(period());
	}

	/** The allocation that it begins with. */
	public Allocation allocation() {
		return this.allocation;
	}

	public Period period() {
		return new Period(this.startsOn, this.endsOn);
	}

	/**
	 * What is worked on each date with work, in half days: no holiday, closing or leave
	 * takes all of it. Where each date was not kept, what it asks for.
	 */
	NavigableMap<LocalDate, Integer> halves() {
		List<MonthDays> counted = this.months.stream().map(LineMonth::calendar).filter(Objects::nonNull).toList();
		boolean kept = counted.size() == this.months.size() && !counted.isEmpty();
		return kept ? WorkingDays.halves(counted) : pattern().halves(period());
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
		List<LineMonth> worked = months().stream().filter((month) -> !month.days().isZero()).toList();
		if (!worked.isEmpty() && this.months.stream().allMatch(LineMonth::hasCalendar)) {
			// Of years, only two months are looked at.
			List<LocalDate> last = worked.get(worked.size() - 1).worked();
			return new Period(worked.get(0).worked().get(0), last.get(last.size() - 1));
		}
		NavigableMap<LocalDate, Integer> halves = halves();
		return halves.isEmpty() ? period() : new Period(halves.firstKey(), halves.lastKey());
	}

	/** Whether its last day has passed. */
	boolean isOver(LocalDate today) {
		return this.endsOn.isBefore(today);
	}

	/** Whether the last day is a half one, so that the number of days is exact. */
	public boolean endsHalf() {
		return this.halfLastDay;
	}

	public BigDecimal billRate() {
		return this.billRate;
	}

	/** What the first day costs the consultancy. Never shown to clients. */
	public BigDecimal payRate() {
		return this.payRate;
	}

	/**
	 * What a day costs the consultancy from later days on, where that changes while the
	 * work lasts. Never shown to clients.
	 */
	public NavigableMap<LocalDate, BigDecimal> laterPayRates() {
		return new TreeMap<>(this.laterPayRates);
	}

	public String payCurrency() {
		return this.payCurrency;
	}

	/**
	 * What a day costs the consultancy, in the currency of the proposal; {@code null} if
	 * no rate of exchange is known. Never shown to clients.
	 */
	@Nullable BigDecimal payOn(LocalDate date) {
		Map.Entry<LocalDate, BigDecimal> later = laterPayRates().floorEntry(date);
		return inOurs((later != null) ? later.getValue() : this.payRate);
	}

	/**
	 * The same of all its days, not rounded, without a look at its months where every day
	 * is paid alike.
	 */
	@Nullable BigDecimal cost() {
		if (this.laterPayRates.isEmpty()) {
			BigDecimal rate = inOurs(this.payRate);
			return (rate != null) ? rate.multiply(this.days.days()) : null;
		}
		Map<YearMonth, BigDecimal> costs = costs();
		return (costs != null) ? costs.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add) : null;
	}

	/**
	 * What its days cost the consultancy by month, in the currency of the proposal and
	 * not rounded; {@code null} if no rate of exchange is known. Never shown to clients.
	 */
	@Nullable Map<YearMonth, BigDecimal> costs() {
		BigDecimal first = inOurs(this.payRate);
		if (first == null) {
			return null;
		}
		NavigableMap<LocalDate, BigDecimal> rates = new TreeMap<>(Map.of(LocalDate.MIN, first));
		this.laterPayRates.forEach((from, rate) -> rates.put(from, Objects.requireNonNull(inOurs(rate))));
		Map<YearMonth, BigDecimal> costs = new TreeMap<>();
		this.months.forEach((month) -> costs.put(month.month(), month.cost(rates)));
		return costs;
	}

	/** In the currency of the proposal; {@code null} if no rate of exchange is known. */
	private @Nullable BigDecimal inOurs(BigDecimal rate) {
		if (this.exchangeRate != null) {
			return Money.of(rate.multiply(this.exchangeRate), this.revision.currency()).rounded().amount();
		}
		return this.payCurrency.equals(this.revision.currency()) ? rate : null;
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
				this.revision.rises(this.cardFrom).headMap(this.startsOn, true));
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
			.map(Charge::rate)
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
		LocalDate from = (this.cardRate != null || this.ownPrice == null) ? this.cardFrom : this.ownFrom;
		return sum(charges(
				prices(Objects.requireNonNullElse(listRate(), this.billRate), this.revision.listedRises(from))));
	}

	private static BigDecimal sum(List<Charge> charges) {
		return charges.stream()
			.map((charge) -> charge.rate().multiply(charge.total().days()))
			.reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	/**
	 * What a day costs by list: by the rate card, or else by the person's own rate;
	 * {@code null} for lines from before that was kept.
	 */
	public @Nullable BigDecimal listRate() {
		if (this.cardRate != null || this.ownRate == null) {
			return this.cardRate;
		}
		return (this.ownPrice != null) ? this.ownPrice : inOurs(this.ownRate);
	}

	/**
	 * The consultant's own rate on the first day, as it was when the line was counted, in
	 * the currency of the pay rate; {@code null} if unknown.
	 */
	public @Nullable BigDecimal ownRate() {
		return this.ownRate;
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
				: (this.cardRate != null) ? RateRule.CARD : RateRule.OWN;
	}

	/**
	 * What the entry of the rate card says, or else the profile, in the currency of the
	 * proposal; {@code null} if it has not risen since.
	 */
	public @Nullable BigDecimal listBeforeRises() {
		BigDecimal list = listRate();
		BigDecimal said = (this.cardRate != null) ? this.cardListed
				: (this.ownRate != null) ? inOurs(this.ownRate) : null;
		return (list != null && said != null && list.compareTo(said) != 0) ? said : null;
	}

	/** Of the position, or {@code null} for lines from before it was kept. */
	@Nullable Seniority seniority() {
		return this.seniority;
	}

	/** What the rate card said when it was saved, or {@code null} for nothing. */
	public @Nullable BigDecimal cardRate() {
		return this.cardRate;
	}

	/**
	 * The day after which the frame agreement raises the bill rate, or {@code null} if
	 * that is the day by which the whole draft is priced.
	 */
	@Nullable LocalDate cardFrom() {
		return this.cardFrom;
	}

	/**
	 * How much of the proposal's currency one unit of the person's is worth, or
	 * {@code null} if they are the same.
	 */
	public @Nullable BigDecimal exchangeRate() {
		return this.exchangeRate;
	}

	/** The day of the rate of exchange. */
	public @Nullable LocalDate exchangedOn() {
		return this.exchangedOn;
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
		return this.months.stream().sorted(Comparator.comparing(LineMonth::monthStart)).toList();
	}

}
