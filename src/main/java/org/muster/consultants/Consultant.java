package org.muster.consultants;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.muster.availability.AbsenceKind;
import org.muster.availability.AbsenceRow;
import org.muster.calendar.Allocation;
import org.muster.calendar.Period;
import org.muster.calendar.Place;
import org.muster.forms.SearchText;
import org.muster.icalendar.CalendarContents;
import org.muster.icalendar.CalendarUpdate;
import org.muster.indexing.PoolChanges;
import org.muster.indexing.PoolPart;
import org.muster.money.DayRate;
import org.muster.vocabulary.Employment;
import org.muster.vocabulary.JobRole;
import org.muster.vocabulary.LanguageLevel;
import org.muster.vocabulary.Seniority;
import org.muster.vocabulary.WorkMode;

/**
 * A person in the pool. Long for its many columns and what reads them; what guards the
 * rates is in {@link RateHistory}, and what guards the days in {@link TakenDays}.
 */
@Entity
@EntityListeners(PoolChanges.class)
public class Consultant implements PoolPart {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private String reference;

	private String name;

	private String headline;

	private String email;

	private @Nullable String phone;

	@Enumerated(EnumType.STRING)
	private Seniority seniority;

	/** Of experience; nothing where nobody has stated them. */
	private @Nullable Integer years;

	private String country;

	private @Nullable String region;

	private @Nullable String city;

	private String timeZone;

	@Enumerated(EnumType.STRING)
	private Employment employment;

	/** Names of {@link WorkMode}, with commas between. */
	private String workModes;

	private String currency;

	private LocalDate availableFrom;

	@ElementCollection
	@CollectionTable(name = "consultant_role", joinColumns = @JoinColumn(name = "consultant_id"))
	@Column(name = "role")
	@Enumerated(EnumType.STRING)
	private Set<JobRole> roles = new HashSet<>();

	@ElementCollection
	@CollectionTable(name = "consultant_skill", joinColumns = @JoinColumn(name = "consultant_id"))
	private Set<SkillHeld> skills = new HashSet<>();

	@ElementCollection
	@CollectionTable(name = "consultant_language", joinColumns = @JoinColumn(name = "consultant_id"))
	@MapKeyColumn(name = "language")
	@Column(name = "level")
	@Enumerated(EnumType.STRING)
	private Map<String, LanguageLevel> languages = new HashMap<>();

	@OneToMany(mappedBy = "consultant", cascade = CascadeType.ALL, orphanRemoval = true)
	private List<Absence> absences = new ArrayList<>();

	@OneToMany(mappedBy = "consultant", cascade = CascadeType.ALL)
	private List<Review> reviews = new ArrayList<>();

	@OneToMany(mappedBy = "consultant", cascade = CascadeType.ALL)
	@OrderBy("appliesFrom")
	private List<Rate> rates = new ArrayList<>();

	/** Set when the person was forgotten; the row stays for what refers to it. */
	private @Nullable Instant erasedAt;

	/** The name as searches compare it. */
	private @Nullable String searchName;

	@Version
	private long version;

	@SuppressWarnings("NullAway.Init")
	protected Consultant() {
	}

	@PrePersist
	@PreUpdate
	void keepSearchable() {
		this.searchName = SearchText.column(600, this.name);
	}

	/**
	 * @param rates that apply from the beginning
	 * @param by the name of the person who adds the consultant
	 */
	@SuppressWarnings("this-escape") // A rate only keeps whose it is.
	public Consultant(String reference, Profile profile, Rates rates, String by, Clock clock) {
		this.reference = reference;
		change(profile);
		this.rates
			.add(new Rate(this, Rate.BEGINNING, new DatedRates(rates, LocalDate.now(clock)), by, clock.instant()));
	}

	/**
	 * Everything about a person that is typed in one form.
	 *
	 * @param years of experience, or {@code null} if they are not stated
	 * @param currency of the person's rates
	 */
	public record Profile(String name, String headline, String email, @Nullable String phone, Set<JobRole> roles,
			Seniority seniority, @Nullable Integer years, Place place, @Nullable String city, String timeZone,
			Employment employment, Set<WorkMode> workModes, String currency, LocalDate availableFrom,
			Collection<SkillHeld> skills, Map<String, LanguageLevel> languages) {
	}

	/**
	 * What a day costs, in the person's currency.
	 *
	 * @param pay what it costs the consultancy; never shown to clients
	 * @param bill what it costs a client, unless a proposal says otherwise
	 */
	public record Rates(BigDecimal pay, BigDecimal bill) {

		/**
		 * @throws IllegalArgumentException if one is zero or below
		 */
		public Rates {
			DayRate.valid(pay);
			DayRate.valid(bill);
		}

		public boolean isSame(Rates other) {
			return this.pay.compareTo(other.pay) == 0 && this.bill.compareTo(other.bill) == 0;
		}

	}

	/**
	 * @throws IllegalArgumentException if a person has no role or no work mode
	 */
	public final void change(Profile profile) {
		if (profile.roles().isEmpty() || profile.workModes().isEmpty()) {
			throw new IllegalArgumentException("A consultant has at least one role and one work mode");
		}
		this.name = profile.name();
		this.headline = profile.headline();
		this.email = profile.email();
		this.phone = profile.phone();
		this.seniority = profile.seniority();
		this.years = profile.years();
		this.country = profile.place().country();
		this.region = profile.place().region();
		this.city = profile.city();
		this.timeZone = profile.timeZone();
		this.employment = profile.employment();
		this.workModes = profile.workModes().stream().sorted().map(WorkMode::name).collect(Collectors.joining(","));
		this.currency = profile.currency();
		this.availableFrom = profile.availableFrom();
		this.roles.clear();
		this.roles.addAll(profile.roles());
		this.skills.clear();
		this.skills.addAll(profile.skills());
		this.languages.clear();
		this.languages.putAll(profile.languages());
	}

	/**
	 * Sets what a day costs from a date on; what it cost before stays known. A rate that
	 * is in force already changes nothing, and a bill rate that stays as it was keeps the
	 * day since which it is.
	 */
	public void charge(Rates rates, LocalDate from, String by, Clock clock) {
		LocalDate since = history().since(rates.bill(), from, LocalDate.now(clock));
		charge(new DatedRates(rates, since), from, by, clock.instant());
	}

	/**
	 * The same where somebody says since when the bill rate is.
	 * @param from the day from which on the rates apply; not before 2000
	 * @param by the name of the person who sets them
	 */
	public void charge(DatedRates rates, LocalDate from, String by, Instant now) {
		history().charge(rates, from, by, now);
	}

	private RateHistory history() {
		return new RateHistory(this, this.rates);
	}

	/** What a day has cost, costs and is going to cost, the latest first. */
	public List<Rate> rates() {
		return history().latestFirst();
	}

	/** What a day costs on a date. */
	public Rates ratesOn(LocalDate date) {
		return history().on(date).rates();
	}

	/** The day since which the bill rate is that applies on a date. */
	public LocalDate billedSince(LocalDate date) {
		return history().on(date).since();
	}

	public void takeLeave(Period period, Allocation allocation) {
		absent(AbsenceKind.LEAVE, period, allocation);
	}

	/**
	 * Enters leave, or a hold by hand.
	 * @param allocation what it takes of each weekday
	 * @return whether it is entered now, and not before, as by a double click
	 */
	public boolean absent(AbsenceKind kind, Period period, Allocation allocation) {
		return days().enter(kind, period, allocation);
	}

	private TakenDays days() {
		return new TakenDays(this, this.absences);
	}

	/**
	 * Enters what a calendar says, and takes out what it says no more.
	 * @param today of the person
	 */
	public CalendarUpdate follow(CalendarContents calendar, LocalDate today) {
		return CalendarUpdate.apply(calendar, this.absences, (entry) -> new Absence(this, entry), today);
	}

	/**
	 * Offers the person's days to somebody who has not answered.
	 * @param source the offer
	 */
	public void offer(Period period, Allocation allocation, String source) {
		days().book(AbsenceKind.TENTATIVE, period, allocation, source);
	}

	/**
	 * The person's days are promised: the offer that held them was accepted.
	 * @param source the offer
	 */
	public void promise(Period period, Allocation allocation, String source) {
		days().promise(period, allocation, source);
	}

	/** The offer has been answered, or is no more. */
	public void release(String source) {
		days().release(source);
	}

	/**
	 * Takes back what was entered by hand or read from a calendar.
	 * @param absence its id
	 * @return what was taken back, or nothing if there is no such absence, or it is
	 * another's
	 */
	public Optional<AbsenceRow> present(long absence) {
		return days().takeBack(absence);
	}

	/**
	 * Takes the person's days for an engagement, once.
	 * @param source the engagement's reference
	 */
	public void engage(Period period, Allocation allocation, String source) {
		days().book(AbsenceKind.ENGAGED, period, allocation, source);
	}

	/**
	 * Each part from 1 to 5.
	 * @param engagement the reference of that which is reviewed
	 */
	public void review(long organisationId, int delivery, int communication, int skill, String text,
			LocalDate writtenOn, @Nullable String engagement) {
		this.reviews.add(new Review(this, organisationId, delivery, communication, skill, text, writtenOn, engagement));
	}

	public long id() {
		return Objects.requireNonNull(this.id);
	}

	@Override
	public long consultantId() {
		return id();
	}

	public @Nullable Instant erasedAt() {
		return this.erasedAt;
	}

	public long version() {
		return this.version;
	}

	/** For everybody's eyes. */
	public Person person() {
		return new Person(id(), this.reference, this.name, this.headline, this.seniority, place(), this.timeZone);
	}

	public String reference() {
		return this.reference;
	}

	public String name() {
		return this.name;
	}

	public String headline() {
		return this.headline;
	}

	public String email() {
		return this.email;
	}

	public @Nullable String phone() {
		return this.phone;
	}

	public Seniority seniority() {
		return this.seniority;
	}

	public @Nullable Integer years() {
		return this.years;
	}

	public Place place() {
		return new Place(this.country, this.region);
	}

	public @Nullable String city() {
		return this.city;
	}

	public String timeZone() {
		return this.timeZone;
	}

	public Employment employment() {
		return this.employment;
	}

	public Set<WorkMode> workModes() {
		Set<WorkMode> modes = EnumSet.noneOf(WorkMode.class);
		for (String mode : this.workModes.split(",")) {
			modes.add(WorkMode.valueOf(mode));
		}
		return modes;
	}

	public String currency() {
		return this.currency;
	}

	public LocalDate availableFrom() {
		return this.availableFrom;
	}

	public Set<JobRole> roles() {
		return Collections.unmodifiableSet(this.roles);
	}

	public Set<SkillHeld> skills() {
		return Collections.unmodifiableSet(this.skills);
	}

	public Map<String, LanguageLevel> languages() {
		return Collections.unmodifiableMap(this.languages);
	}

}
