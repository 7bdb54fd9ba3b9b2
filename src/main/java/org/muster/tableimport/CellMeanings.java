package org.muster.tableimport;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.muster.calendar.Place;
import org.muster.consultants.SkillWords;
import org.muster.forms.Formats;
import org.muster.skills.Taxonomy;
import org.muster.tables.TableColumn;
import org.muster.tables.TableDates;
import org.muster.vocabulary.JobRole;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says how cells are understood, for whoever checks a table. */
@Component
class CellMeanings {

	private final Taxonomy taxonomy;

	private final SkillWords words;

	private final Formats formats;

	private final MessageSource messages;

	private final String currency;

	CellMeanings(Taxonomy taxonomy, SkillWords words, Formats formats, MessageSource messages,
			@Value("${muster.currency}") String currency) {
		this.taxonomy = taxonomy;
		this.words = words;
		this.formats = formats;
		this.messages = messages;
		this.currency = currency;
	}

	/** What is read of a cell that may be read in more than one way. */
	@Nullable String of(ReadRow read, TableColumn field) {
		ReadPerson person = read.person();
		return switch (field) {
			case NAME -> person.name;
			case HEADLINE -> person.headline;
			case CITY -> person.city;
			case ROLES -> (person.roles != null) ? roles(person.roles) : null;
			case YEARS -> (person.years != null) ? message("imports.understood.years", person.years) : null;
			case PAY_RATE -> (person.payRate != null) ? this.formats.money(person.payRate, currencyOf(person)) : null;
			case BILL_RATE ->
				(person.billRate != null) ? this.formats.money(person.billRate, currencyOf(person)) : null;
			case AVAILABLE_FROM ->
				TableDates.isNow(read.loose().getOrDefault(field, "")) ? message("imports.understood.now")
						: (person.availableFrom != null) ? this.formats.date(person.availableFrom) : null;
			case COUNTRY -> (person.country != null) ? this.formats.country(person.country) : null;
			case REGION -> (person.country != null && person.region != null)
					? this.formats.place(new Place(person.country, person.region)) : null;
			case SKILLS -> (person.skills != null) ? skills(person) : null;
			default -> null;
		};
	}

	private String currencyOf(ReadPerson person) {
		return Objects.requireNonNullElse(person.currency, this.currency);
	}

	private String skills(ReadPerson person) {
		return Objects.requireNonNull(person.skills)
			.values()
			.stream()
			.map((held) -> this.taxonomy.get(held.skillId()).name() + " ("
					+ this.words.held(held).toLowerCase(Locale.ROOT) + ")")
			.collect(Collectors.joining(", "));
	}

	String of(Spoken spoken) {
		return this.formats.language(spoken.language()) + " " + spoken.level();
	}

	private String roles(Set<JobRole> roles) {
		return roles.stream().map((role) -> message("consultants.role." + role)).collect(Collectors.joining(", "));
	}

	private String message(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, Locale.ENGLISH);
	}

}
