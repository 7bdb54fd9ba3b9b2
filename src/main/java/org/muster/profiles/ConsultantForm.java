package org.muster.profiles;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.muster.calendar.Place;
import org.muster.calendar.PublicHolidays;
import org.muster.consultants.Consultant;
import org.muster.consultants.Consultant.Rates;
import org.muster.consultants.DatedRates;
import org.muster.consultants.SkillHeld;
import org.muster.forms.DateText;
import org.muster.forms.MailAddress;
import org.muster.forms.MailAddresses;
import org.muster.numbers.NumberKind;
import org.muster.numbers.NumberText;
import org.muster.forms.Inputs;
import org.muster.skills.Skill;
import org.muster.skills.Taxonomy;
import org.muster.vocabulary.Employment;
import org.muster.vocabulary.JobRole;
import org.muster.vocabulary.LanguageLevel;
import org.muster.vocabulary.Languages;
import org.muster.vocabulary.Seniority;
import org.muster.vocabulary.WorkMode;

import org.springframework.validation.BindingResult;

/** A consultant's profile as an account manager types it. */
public record ConsultantForm(@NotBlank @Size(max = 120) String name, @NotBlank @Size(max = 200) String headline,
		@NotBlank @MailAddress @Size(max = 254) String email, @Nullable @Size(max = 40) String phone,
		@NotEmpty(message = "{consultants.roles.none}") Set<JobRole> roles, @NotNull @Nullable Seniority seniority,
		@Nullable @NumberText(NumberKind.YEARS) String years, @NotBlank String country, @Nullable String region,
		@Nullable @Size(max = 80) String city, @NotBlank String timeZone, @NotNull @Nullable Employment employment,
		@NotEmpty(message = "{consultants.modes.none}") Set<WorkMode> workModes,
		@NotBlank @NumberText(value = NumberKind.DAY_RATE, label = "consultants.payRate.in") String payRate,
		@NotBlank @NumberText(value = NumberKind.DAY_RATE, label = "consultants.rate.in") String billRate,
		@Nullable @DateText String ratesFrom, @Nullable @DateText String billedSince,
		@NotBlank @DateText String availableFrom, @Nullable List<@Valid SkillRow> skills,
		@Nullable List<LanguageRow> languages, @Nullable Long version) {

	private static final int MOST_SKILLS = 60;

	private static final SkillRow NO_SKILL = new SkillRow("", "", "", "");

	private static final LanguageRow NO_LANGUAGE = new LanguageRow("", null);

	public ConsultantForm {
		skills = Inputs.rows(skills, NO_SKILL);
		languages = Inputs.rows(languages, NO_LANGUAGE);
	}

	public record SkillRow(@Nullable String name, @Nullable @NumberText(NumberKind.LEVEL) String level,
			@Nullable @NumberText(NumberKind.YEARS) String years,
			@Nullable @NumberText(NumberKind.YEAR) String lastUsed) {

		boolean isEmpty() {
			return Inputs.isEmpty(this.name);
		}

		/** What was left empty is not stated. */
		SkillHeld held(long skillId, int thisYear) {
			Integer used = stated(NumberKind.YEAR, this.lastUsed);
			return new SkillHeld(skillId, stated(NumberKind.LEVEL, this.level), stated(NumberKind.YEARS, this.years),
					(used != null) ? Integer.valueOf(Math.min(thisYear, used)) : null);
		}

	}

	public record LanguageRow(@Nullable String language, @Nullable LanguageLevel level) {
	}

	/**
	 * Employment and work mode are asked for: nobody has said them yet.
	 * @param timeZone in which most people work
	 */
	public static ConsultantForm empty(LocalDate today, String timeZone) {
		return new ConsultantForm("", "", "", "", Set.of(), null, "", "", "", "", timeZone, null, Set.of(), "", "", "",
				"", today.toString(), List.of(), List.of(), null)
			.withBlanks();
	}

	/** With the rates of today. */
	static ConsultantForm of(Consultant consultant, Taxonomy taxonomy, LocalDate today) {
		Rates rates = consultant.ratesOn(today);
		List<SkillRow> skills = consultant.skills()
			.stream()
			.sorted(Comparator.comparing(SkillHeld::countedLevel).reversed().thenComparing(SkillHeld::skillId))
			.map((held) -> new SkillRow(taxonomy.get(held.skillId()).name(), stated(held.level()), stated(held.years()),
					stated(held.lastUsed())))
			.toList();
		List<LanguageRow> languages = consultant.languages()
			.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey())
			.map((entry) -> new LanguageRow(entry.getKey(), entry.getValue()))
			.toList();
		return new ConsultantForm(consultant.name(), consultant.headline(), consultant.email(), consultant.phone(),
				Set.copyOf(consultant.roles()), consultant.seniority(), stated(consultant.years()),
				consultant.place().country(), consultant.place().region(), consultant.city(), consultant.timeZone(),
				consultant.employment(), consultant.workModes(), NumberKind.written(rates.pay(), consultant.currency()),
				NumberKind.written(rates.bill(), consultant.currency()), "", "", consultant.availableFrom().toString(),
				skills, languages, consultant.version())
			.withBlanks();
	}

	private static String stated(@Nullable Integer number) {
		return (number != null) ? number.toString() : "";
	}

	private static @Nullable Integer stated(NumberKind kind, @Nullable String text) {
		return Inputs.isEmpty(text) ? null : Integer.valueOf(kind.whole(text, 0));
	}

	/** With empty rows at the end, to type more into. */
	public ConsultantForm withBlanks() {
		List<SkillRow> rows = new ArrayList<>(Objects.requireNonNullElse(this.skills, List.of()));
		rows.removeIf(SkillRow::isEmpty);
		for (int blank = 0; blank < 4; blank++) {
			rows.add(NO_SKILL);
		}
		List<LanguageRow> spoken = new ArrayList<>(Objects.requireNonNullElse(this.languages, List.of()));
		spoken.removeIf((row) -> Inputs.isEmpty(row.language()));
		for (int blank = 0; blank < 2; blank++) {
			spoken.add(NO_LANGUAGE);
		}
		return new ConsultantForm(this.name, this.headline, this.email, this.phone,
				Objects.requireNonNullElse(this.roles, Set.of()), this.seniority, this.years, this.country, this.region,
				this.city, this.timeZone, this.employment, Objects.requireNonNullElse(this.workModes, Set.of()),
				this.payRate, this.billRate, this.ratesFrom, this.billedSince, this.availableFrom, rows, spoken,
				this.version);
	}

	void check(BindingResult binding, Taxonomy taxonomy, String currency, LocalDate today) {
		NumberKind.DAY_RATE.check(binding, "payRate", this.payRate, currency);
		NumberKind.DAY_RATE.check(binding, "billRate", this.billRate, currency);
		LocalDate since = Inputs.date(this.billedSince);
		if (since != null && since.isAfter(today) && since.isAfter(ratesApplyFrom(today))) {
			binding.rejectValue("billedSince", "consultants.rates.asOf.late");
		}
		if (!Inputs.isEmpty(this.country)) {
			if (!PublicHolidays.countries().contains(place().country())) {
				binding.rejectValue("country", "consultants.country.unknown");
			}
			else if (!PublicHolidays.knows(place())) {
				binding.rejectValue("region", "consultants.region.unknown");
			}
		}
		try {
			ZoneId.of(Inputs.text(this.timeZone));
		}
		catch (DateTimeException ex) {
			binding.rejectValue("timeZone", "consultants.timeZone.unknown");
		}
		List<SkillRow> rows = Objects.requireNonNullElse(this.skills, List.of());
		Set<Long> seen = new java.util.HashSet<>();
		for (int index = 0; index < rows.size(); index++) {
			SkillRow row = rows.get(index);
			if (row.isEmpty()) {
				continue;
			}
			String field = "skills[" + index + "].name";
			Skill skill = taxonomy.find(Inputs.text(row.name())).orElse(null);
			if (skill == null) {
				binding.rejectValue(field, "forms.skill.unknown");
			}
			else if (!seen.add(skill.id())) {
				binding.rejectValue(field, "forms.skill.twice");
			}
		}
		if (seen.size() > MOST_SKILLS) {
			binding.reject("forms.skill.many");
		}
		List<LanguageRow> spoken = Objects.requireNonNullElse(this.languages, List.of());
		for (int index = 0; index < spoken.size(); index++) {
			if (!Inputs.isEmpty(spoken.get(index).language()) && spoken.get(index).level() == null) {
				binding.rejectValue("languages[" + index + "].level", "consultants.language.level");
			}
		}
	}

	private Place place() {
		String code = this.country.strip().toUpperCase(Locale.ROOT);
		String typed = Inputs.textOrNull(this.region);
		return new Place(code, (typed != null && PublicHolidays.countries().contains(code))
				? PublicHolidays.region(code, typed).orElse(typed) : typed);
	}

	/** What was typed, once it has been found valid. */
	Consultant.Profile profile(Taxonomy taxonomy, String currency, int thisYear) {
		Map<Long, SkillHeld> held = new LinkedHashMap<>();
		for (SkillRow row : Objects.requireNonNullElse(this.skills, List.<SkillRow>of())) {
			taxonomy.find(Inputs.text(row.name()))
				.ifPresent((skill) -> held.put(skill.id(), row.held(skill.id(), thisYear)));
		}
		Map<String, LanguageLevel> spoken = new HashMap<>();
		for (LanguageRow row : Objects.requireNonNullElse(this.languages, List.<LanguageRow>of())) {
			LanguageLevel level = row.level();
			if (!Inputs.isEmpty(row.language()) && level != null && Languages.OFFERED.contains(row.language())) {
				spoken.put(Objects.requireNonNull(row.language()), level);
			}
		}
		return new Consultant.Profile(Inputs.text(this.name), Inputs.text(this.headline),
				MailAddresses.normal(this.email), Inputs.textOrNull(this.phone), this.roles,
				Objects.requireNonNull(this.seniority), stated(NumberKind.YEARS, this.years), place(),
				Inputs.textOrNull(this.city), Inputs.text(this.timeZone), Objects.requireNonNull(this.employment),
				this.workModes, currency, Objects.requireNonNull(Inputs.date(this.availableFrom)), held.values(),
				spoken);
	}

	/**
	 * @param currency of the pool
	 */
	Rates rates(String currency) {
		return new Rates(Objects.requireNonNull(NumberKind.DAY_RATE.read(this.payRate, currency)),
				Objects.requireNonNull(NumberKind.DAY_RATE.read(this.billRate, currency)));
	}

	/** Charges what was typed, from the day and as of the day that were typed. */
	void charge(Consultant consultant, String by, Clock clock) {
		Rates rates = rates(consultant.currency());
		LocalDate from = ratesApplyFrom(LocalDate.now(clock));
		LocalDate since = Inputs.date(this.billedSince);
		if (since != null) {
			consultant.charge(new DatedRates(rates, since), from, by, clock.instant());
		}
		else {
			consultant.charge(rates, from, by, clock);
		}
	}

	/** When the rates begin to apply. */
	private LocalDate ratesApplyFrom(LocalDate today) {
		return Objects.requireNonNullElse(Inputs.date(this.ratesFrom), today);
	}

}
