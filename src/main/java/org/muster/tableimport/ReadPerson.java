package org.muster.tableimport;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.muster.calendar.CountryZones;
import org.muster.calendar.Place;
import org.muster.consultants.Consultant;
import org.muster.consultants.PoolMember;
import org.muster.consultants.SkillHeld;
import org.muster.tables.CellText;
import org.muster.tables.TableColumn;
import org.muster.vocabulary.Employment;
import org.muster.vocabulary.JobRole;
import org.muster.vocabulary.LanguageLevel;
import org.muster.vocabulary.ProfileWords;
import org.muster.vocabulary.Seniority;
import org.muster.vocabulary.WorkMode;

/**
 * What a row says of a person; nothing of what it does not say. Of somebody who is in the
 * pool already the rest stays as it is.
 */
final class ReadPerson {

	String email = "";

	/** Of the profile, where the row says one. */
	@Nullable String reference;

	@Nullable String name;

	/** Whether the row has the first or the last name only. */
	boolean namedInPart;

	@Nullable String headline;

	@Nullable String phone;

	@Nullable Set<JobRole> roles;

	/** A title in place of a role, which may say how senior somebody is. */
	@Nullable String roleSaid;

	@Nullable Seniority seniority;

	@Nullable Integer years;

	@Nullable String country;

	@Nullable String region;

	/** A region as it is written, where the row says no country. */
	@Nullable String regionSaid;

	@Nullable String city;

	@Nullable String timeZone;

	@Nullable Employment employment;

	@Nullable Set<WorkMode> modes;

	/** Of the rates; nothing where the row does not say. */
	@Nullable String currency;

	@Nullable BigDecimal payRate;

	@Nullable BigDecimal billRate;

	@Nullable LocalDate availableFrom;

	@Nullable Map<Long, SkillHeld> skills;

	@Nullable Map<String, LanguageLevel> languages;

	/** What somebody new has to have and this row does not say. */
	List<TableColumn> missing(NewPeople usual) {
		Map<TableColumn, Boolean> said = new LinkedHashMap<>();
		said.put(TableColumn.NAME, this.name != null);
		said.put(TableColumn.COUNTRY, this.country != null);
		said.put(TableColumn.PAY_RATE, this.payRate != null);
		said.put(TableColumn.BILL_RATE, this.billRate != null);
		said.put(TableColumn.ROLES, this.roles != null || roleOfHeadline() != null);
		said.put(TableColumn.SENIORITY, seniority(usual) != null);
		said.put(TableColumn.TIME_ZONE, zone() != null);
		said.put(TableColumn.EMPLOYMENT, employment(usual) != null);
		said.put(TableColumn.WORK_MODES, modes(usual) != null);
		return said.entrySet().stream().filter((entry) -> !entry.getValue()).map(Map.Entry::getKey).toList();
	}

	/**
	 * Of this person once the row has gone in.
	 * @param usual what new people get whose row does not say it
	 */
	PoolMember standing(@Nullable PoolMember there, NewPeople usual) {
		if (there == null) {
			return new PoolMember(0, "", this.email, Objects.requireNonNull(this.name), usual.currency(),
					Objects.requireNonNull(this.country));
		}
		return new PoolMember(there.id(), there.reference(), this.email,
				this.namedInPart ? there.name() : text(this.name, there.name()), there.currency(),
				or(this.country, there.country()));
	}

	/**
	 * What does not fit the person who is there, or is missing for a new one.
	 * @param usual what new people get whose row does not say it
	 */
	List<Wrong> misfits(@Nullable PoolMember there, NewPeople usual) {
		List<Wrong> misfits = new ArrayList<>();
		if (this.name != null && (there == null || !this.name.equals(CellText.ofExported(there.name())))) {
			boolean isLost = CellText.hasLostLetters(this.name, true);
			if (isLost || there != null && !NameParts.areAlike(this.name, there.name())) {
				misfits.add(new Wrong(TableColumn.NAME, isLost ? "letters" : "name.other", this.name, true));
			}
		}
		String expected = (there != null) ? there.currency() : usual.currency();
		if (this.currency != null && !this.currency.equals(expected)) {
			misfits.add(new Wrong(TableColumn.CURRENCY, "currency.other", this.currency, true));
		}
		if (this.regionSaid != null && there != null && !hasRegionOf(there)) {
			misfits.add(new Wrong(TableColumn.REGION, "region", this.regionSaid, false));
		}
		if (there == null) {
			missing(usual).forEach((field) -> misfits.add(new Wrong(field, "missing", "", true)));
		}
		return misfits;
	}

	private @Nullable JobRole roleOfHeadline() {
		return (this.headline != null) ? ProfileWords.roleWithin(this.headline).orElse(null) : null;
	}

	/** As the row says, or the headline; else the usual one. */
	private @Nullable Seniority seniority(NewPeople usual) {
		if (this.seniority != null) {
			return this.seniority;
		}
		Seniority headed = Stream.of(this.headline, this.roleSaid)
			.filter(Objects::nonNull)
			.flatMap((title) -> ProfileWords.seniorityWithin(title).stream())
			.findFirst()
			.orElse(null);
		return (headed != null) ? headed : usual.seniority();
	}

	private @Nullable Employment employment(NewPeople usual) {
		return (this.employment != null) ? this.employment : usual.employment();
	}

	private @Nullable Set<WorkMode> modes(NewPeople usual) {
		WorkMode mode = usual.mode();
		return (this.modes != null) ? this.modes : (mode != null) ? Set.of(mode) : null;
	}

	private @Nullable String zone() {
		return (this.timeZone != null) ? this.timeZone : CountryZones.of(this.country, this.region);
	}

	/**
	 * Somebody new; only where nothing is missing.
	 * @param headline of those whose row has none, by what they do
	 */
	Consultant.Profile profile(NewPeople usual, LocalDate today, Function<JobRole, String> headline) {
		JobRole said = roleOfHeadline();
		Set<JobRole> known = (this.roles != null) ? this.roles : Set.of(Objects.requireNonNull(said));
		return new Consultant.Profile(Objects.requireNonNull(this.name),
				Objects.requireNonNullElseGet(this.headline, () -> headline.apply(known.iterator().next())), this.email,
				this.phone, known, Objects.requireNonNull(seniority(usual)), this.years,
				new Place(Objects.requireNonNull(this.country), this.region), this.city, Objects.requireNonNull(zone()),
				Objects.requireNonNull(employment(usual)), Objects.requireNonNull(modes(usual)), usual.currency(),
				Objects.requireNonNullElse(this.availableFrom, today),
				Objects.requireNonNullElse(this.skills, Map.<Long, SkillHeld>of()).values(),
				Objects.requireNonNullElse(this.languages, Map.of()));
	}

	Consultant.Rates rates() {
		return new Consultant.Rates(Objects.requireNonNull(this.payRate), Objects.requireNonNull(this.billRate));
	}

	/** What the person's profile becomes: what is said here, and the rest as it is. */
	Consultant.Profile over(Consultant known) {
		Map<Long, SkillHeld> held = known.skills().stream().collect(Collectors.toMap(SkillHeld::skillId, (one) -> one));
		Objects.requireNonNullElse(this.skills, Map.<Long, SkillHeld>of())
			.forEach((id, said) -> held.merge(id, said, (before, now) -> now.orElse(before)));
		Map<String, LanguageLevel> spoken = new HashMap<>(known.languages());
		spoken.putAll(Objects.requireNonNullElse(this.languages, Map.of()));
		return new Consultant.Profile(this.namedInPart ? known.name() : text(this.name, known.name()),
				text(this.headline, known.headline()), this.email, textOrNull(this.phone, known.phone()),
				or(this.roles, Set.copyOf(known.roles())), or(this.seniority, known.seniority()),
				(this.years != null) ? this.years : known.years(), placeOver(known),
				textOrNull(this.city, known.city()), or(this.timeZone, known.timeZone()),
				or(this.employment, known.employment()), or(this.modes, known.workModes()), known.currency(),
				or(this.availableFrom, known.availableFrom()), held.values(), spoken);
	}

	/** A region stays unless the country changes. */
	private Place placeOver(Consultant known) {
		String there = or(this.country, known.place().country());
		String within = this.region;
		if (within == null && this.regionSaid != null) {
			within = ProfileWords.region(there, this.regionSaid).orElse(null);
		}
		if (within == null && there.equals(known.place().country())) {
			within = known.place().region();
		}
		return new Place(there, within);
	}

	/** Whether the region that is said without a country is one of somebody's country. */
	private boolean hasRegionOf(PoolMember known) {
		return this.regionSaid == null || ProfileWords.region(known.country(), this.regionSaid).isPresent();
	}

	Consultant.Rates ratesOver(Consultant.Rates known) {
		return new Consultant.Rates(or(this.payRate, known.pay()), or(this.billRate, known.bill()));
	}

	/**
	 * As it is known, where an export of that is read as what is said: only what nobody
	 * sees differs.
	 */
	private static String text(@Nullable String said, String known) {
		return Objects.requireNonNull(textOrNull(said, known));
	}

	static @Nullable String textOrNull(@Nullable String said, @Nullable String known) {
		boolean same = said == null || known != null && said.equals(CellText.ofExported(known));
		return same ? known : said;
	}

	private static <T> T or(@Nullable T said, T known) {
		return (said != null) ? said : known;
	}

	/** Whether a change would change nothing. */
	static boolean isSame(Consultant known, Consultant.Profile profile) {
		return known.email().equalsIgnoreCase(profile.email()) && known.name().equals(profile.name())
				&& known.headline().equals(profile.headline()) && Objects.equals(known.phone(), profile.phone())
				&& known.roles().equals(profile.roles()) && known.seniority() == profile.seniority()
				&& Objects.equals(known.years(), profile.years()) && known.place().equals(profile.place())
				&& Objects.equals(known.city(), profile.city()) && known.timeZone().equals(profile.timeZone())
				&& known.employment() == profile.employment() && known.workModes().equals(profile.workModes())
				&& known.availableFrom().equals(profile.availableFrom())
				&& known.skills().equals(new HashSet<>(profile.skills()))
				&& known.languages().equals(profile.languages());
	}

}
