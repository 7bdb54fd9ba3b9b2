package org.muster.consultants;

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
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.muster.calendar.Place;
import org.muster.calendar.PublicHolidays;
import org.muster.consultants.Consultant.Rates;
import org.muster.forms.DateText;
import org.muster.forms.NumberText;
import org.muster.forms.Typed;
import org.muster.skills.Skill;
import org.muster.skills.Taxonomy;

import org.springframework.validation.BindingResult;

/** A consultant's profile as an account manager types it. */
public record ConsultantForm(@NotBlank @Size(max = 120) String name, @NotBlank @Size(max = 200) String headline,
		@NotBlank @Email @Size(max = 254) String email, @Nullable @Size(max = 40) String phone,
		@NotEmpty(message = "{consultants.roles.none}") Set<JobRole> roles, @NotNull Seniority seniority,
		@NotBlank @NumberText(min = "0", max = "60") String years, @NotBlank String country, @Nullable String region,
		@Nullable @Size(max = 80) String city, @NotBlank String timeZone, @NotNull Employment employment,
		@NotEmpty(message = "{consultants.modes.none}") Set<WorkMode> workModes,
		@NotBlank @NumberText(min = "0.0001", max = "100000000", step = "0.0001",
				message = "{forms.rate.large}") String payRate,
		@NotBlank @NumberText(min = "0.0001", max = "100000000", step = "0.0001",
				message = "{forms.rate.large}") String billRate,
		@Nullable @DateText String ratesFrom, @NotBlank @DateText String availableFrom,
		@Nullable List<@Valid SkillRow> skills, @Nullable List<LanguageRow> languages, @Nullable Long version) {

	private static final int MOST_SKILLS = 60;

	public record SkillRow(@Nullable String name, @Nullable @NumberText(min = "1", max = "5") String level,
			@Nullable @NumberText(min = "0", max = "60") String years,
			@Nullable @NumberText(min = "1970", max = "2199") String lastUsed) {

		boolean isEmpty() {
			return Typed.isEmpty(this.name);
		}

	}

	public record LanguageRow(@Nullable String language, @Nullable LanguageLevel level) {
	}

	public static ConsultantForm empty(LocalDate today) {
		return new ConsultantForm("", "", "", "", Set.of(), Seniority.SENIOR, "", "", "", "", "Europe/Lisbon",
				Employment.EMPLOYEE, Set.of(WorkMode.REMOTE), "", "", "", today.toString(), List.of(), List.of(), null)
			.withBlanks();
	}

	/** With the rates of today. */
	static ConsultantForm of(Consultant consultant, Taxonomy taxonomy, LocalDate today) {
		Rates rates = consultant.ratesOn(today);
		List<SkillRow> skills = consultant.skills()
			.stream()
			.sorted(Comparator.comparing(SkillHeld::level).reversed().thenComparing(SkillHeld::skillId))
			.map((held) -> new SkillRow(taxonomy.get(held.skillId()).name(), held.level().toString(),
					held.years().toString(), held.lastUsed().toString()))
			.toList();
		List<LanguageRow> languages = consultant.languages()
			.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey())
			.map((entry) -> new LanguageRow(entry.getKey(), entry.getValue()))
			.toList();
		return new ConsultantForm(consultant.name(), consultant.headline(), consultant.email(), consultant.phone(),
				Set.copyOf(consultant.roles()), consultant.seniority(), String.valueOf(consultant.years()),
				consultant.place().country(), consultant.place().region(), consultant.city(), consultant.timeZone(),
				consultant.employment(), consultant.workModes(), rates.pay().toPlainString(),
				rates.bill().toPlainString(), "", consultant.availableFrom().toString(), skills, languages,
				consultant.version())
			.withBlanks();
	}

	/** With empty rows at the end, to type more into. */
	public ConsultantForm withBlanks() {
		List<SkillRow> rows = new ArrayList<>(Objects.requireNonNullElse(this.skills, List.of()));
		rows.removeIf(SkillRow::isEmpty);
		for (int blank = 0; blank < 4; blank++) {
			rows.add(new SkillRow("", "3", "", ""));
		}
		List<LanguageRow> spoken = new ArrayList<>(Objects.requireNonNullElse(this.languages, List.of()));
		spoken.removeIf((row) -> Typed.isEmpty(row.language()));
		for (int blank = 0; blank < 2; blank++) {
			spoken.add(new LanguageRow("", null));
		}
		return new ConsultantForm(this.name, this.headline, this.email, this.phone,
				Objects.requireNonNullElse(this.roles, Set.of()), this.seniority, this.years, this.country, this.region,
				this.city, this.timeZone, this.employment, Objects.requireNonNullElse(this.workModes, Set.of()),
				this.payRate, this.billRate, this.ratesFrom, this.availableFrom, rows, spoken, this.version);
	}

	void check(BindingResult binding, Taxonomy taxonomy) {
		if (!Typed.isEmpty(this.country)) {
			if (!PublicHolidays.countries().contains(place().country())) {
				binding.rejectValue("country", "consultants.country.unknown");
			}
			else if (!PublicHolidays.knows(place())) {
				binding.rejectValue("region", "consultants.region.unknown");
			}
		}
		try {
			ZoneId.of(Typed.text(this.timeZone));
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
			Skill skill = taxonomy.find(Typed.text(row.name())).orElse(null);
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
	}

	private Place place() {
		return new Place(this.country.strip().toUpperCase(Locale.ROOT), Typed.textOrNull(this.region));
	}

	/** What was typed, once it has been found valid. */
	Consultant.Profile profile(Taxonomy taxonomy, String currency, int thisYear) {
		Map<Long, SkillHeld> held = new LinkedHashMap<>();
		for (SkillRow row : Objects.requireNonNullElse(this.skills, List.<SkillRow>of())) {
			taxonomy.find(Typed.text(row.name()))
				.ifPresent((skill) -> held.put(skill.id(), new SkillHeld(skill.id(), Typed.whole(row.level(), 3),
						Typed.whole(row.years(), 1), Math.min(thisYear, Typed.whole(row.lastUsed(), thisYear)))));
		}
		Map<String, LanguageLevel> spoken = new HashMap<>();
		for (LanguageRow row : Objects.requireNonNullElse(this.languages, List.<LanguageRow>of())) {
			LanguageLevel level = row.level();
			if (!Typed.isEmpty(row.language()) && level != null && Languages.OFFERED.contains(row.language())) {
				spoken.put(Objects.requireNonNull(row.language()), level);
			}
		}
		return new Consultant.Profile(Typed.text(this.name), Typed.text(this.headline),
				Typed.text(this.email).toLowerCase(Locale.ROOT), Typed.textOrNull(this.phone), this.roles,
				this.seniority, Typed.whole(this.years, 0), place(), Typed.textOrNull(this.city),
				Typed.text(this.timeZone), this.employment, this.workModes, currency,
				Objects.requireNonNull(Typed.date(this.availableFrom)), held.values(), spoken);
	}

	Rates rates() {
		return new Rates(Objects.requireNonNull(Typed.number(this.payRate)),
				Objects.requireNonNull(Typed.number(this.billRate)));
	}

	/** When the rates begin to apply. */
	LocalDate ratesApplyFrom(LocalDate today) {
		return Objects.requireNonNullElse(Typed.date(this.ratesFrom), today);
	}

}
