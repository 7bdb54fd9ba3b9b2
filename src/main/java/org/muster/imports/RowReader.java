package org.muster.imports;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.muster.calendar.Place;
import org.muster.calendar.PublicHolidays;
import org.muster.consultants.LanguageLevel;
import org.muster.consultants.ProfileWords;
import org.muster.consultants.SkillHeld;
import org.muster.forms.NumberRange;
import org.muster.forms.NumberKind;
import org.muster.forms.Typed;
import org.muster.skills.Skill;
import org.muster.skills.SkillReader;

/** Reads a person out of the cells of a row. */
final class RowReader {

	private static final int LONGEST_NAME = 120;

	private static final int LONGEST_HEADLINE = 200;

	private static final int LONGEST_EMAIL = 254;

	/** Of a skill or language with its level. */
	private static final int LONGEST_PART = 120;

	private static final int MOST_SKILLS = 60;

	/** Parts of a year are dropped: who has 7.5 years has seven. */
	private static final NumberRange YEARS_SO_FAR = NumberRange.of(NumberRange.Unit.PLAIN, "0", "60", "0.1");

	static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"]{1,64}@[^\\s@<>\"]{1,189}\\.[^\\s@<>\".]{1,63}");

	/** {@code Java}, {@code Java:4}, {@code Java:4:8} or {@code Java (4)}. */
	private static final Pattern SKILL = Pattern
		.compile("(.+?)(?:\\s*[:(]\\s*([1-5])\\s*\\)?)?(?:\\s*:\\s*(\\d{1,2})\\s*)?");

	private static final Pattern LANGUAGE = Pattern
		.compile("(\\p{L}[\\p{L} ]*?)\\s*(?:[:( ]\\s*(\\p{L}\\w+)\\s*\\)?)?");

	private static final List<DateTimeFormatter> DATES = List.of(date("uuuu-MM-dd"), date("dd/MM/uuuu"),
			date("dd.MM.uuuu"), date("uuuu/MM/dd"));

	private static final int USUAL_LEVEL = 3;

	private final Map<Field, Integer> columns;

	private final SkillReader skills;

	private final int thisYear;

	private final String currency;

	/**
	 * @param currency of the pool: an amount in another is refused
	 */
	RowReader(Map<Field, Integer> columns, SkillReader skills, int thisYear, String currency) {
		this.currency = currency;
		this.columns = columns;
		this.skills = skills;
		this.thisYear = thisYear;
	}

	/**
	 * Something wrong with a cell.
	 *
	 * @param fatal whether the whole row is left out
	 */
	record Wrong(Field field, String reason, String typed, boolean fatal) {
	}

	/**
	 * A row that was read.
	 */
	record Read(Person person, List<Wrong> wrongs) {

		boolean isFatal() {
			return this.wrongs.stream().anyMatch(Wrong::fatal);
		}

	}

	Read read(SheetRow row) {
		Person person = new Person();
		List<Wrong> wrongs = new ArrayList<>();
		Cells cells = new Cells(row, wrongs);
		cells.take(Field.EMAIL, "email",
				(text) -> Optional.of(text.toLowerCase(Locale.ROOT))
					.filter((one) -> one.length() <= LONGEST_EMAIL && EMAIL.matcher(one).matches()),
				(email) -> person.email = email);
		if (person.email.isEmpty() && wrongs.isEmpty()) {
			wrongs.add(new Wrong(Field.EMAIL, "missing", "", true));
		}
		cells.take(Field.NAME, "long", (text) -> fits(text, LONGEST_NAME), (name) -> person.name = name);
		if (person.name == null) {
			String both = (cells.text(Field.FIRST_NAME) + " " + cells.text(Field.LAST_NAME)).strip();
			person.name = both.isEmpty() ? null : both.substring(0, Math.min(LONGEST_NAME, both.length()));
		}
		cells.take(Field.HEADLINE, "long", (text) -> fits(text, LONGEST_HEADLINE), (line) -> person.headline = line);
		cells.take(Field.PHONE, "long", (text) -> fits(text, 40), (phone) -> person.phone = phone);
		cells.take(Field.ROLES, "role", (text) -> all(text, ProfileWords::role),
				(roles) -> person.roles = EnumSet.copyOf(roles));
		cells.take(Field.SENIORITY, "seniority", ProfileWords::seniority, (seniority) -> person.seniority = seniority);
		cells.take(Field.YEARS, "years", RowReader::years, (years) -> person.years = years);
		cells.take(Field.COUNTRY, "country", ProfileWords::country, (country) -> person.country = country);
		cells.take(Field.REGION, "region", (text) -> region(person.country, text), (region) -> person.region = region);
		cells.take(Field.CITY, "long", (text) -> fits(text, 80), (city) -> person.city = city);
		cells.take(Field.TIME_ZONE, "zone", RowReader::zone, (zone) -> person.timeZone = zone);
		cells.take(Field.EMPLOYMENT, "employment", ProfileWords::employment, (kind) -> person.employment = kind);
		cells.take(Field.WORK_MODES, "mode", (text) -> all(text, ProfileWords::mode),
				(modes) -> person.modes = EnumSet.copyOf(modes));
		cells.take(Field.PAY_RATE, "rate", this::rate, (rate) -> person.payRate = rate);
		cells.take(Field.BILL_RATE, "rate", this::rate, (rate) -> person.billRate = rate);
		cells.take(Field.AVAILABLE_FROM, "date", RowReader::localDate, (date) -> person.availableFrom = date);
		skills(cells.text(Field.SKILLS), person, wrongs);
		languages(cells.text(Field.LANGUAGES), person, wrongs);
		return new Read(person, wrongs);
	}

	/** The cells of a row by what they hold. */
	private final class Cells {

		private final SheetRow row;

		private final List<Wrong> wrongs;

		Cells(SheetRow row, List<Wrong> wrongs) {
			this.row = row;
			this.wrongs = wrongs;
		}

		String text(Field field) {
			Integer column = RowReader.this.columns.get(field);
			return (column != null) ? this.row.cell(column) : "";
		}

		<T> void take(Field field, String reason, Function<String, Optional<T>> reading, Consumer<T> taker) {
			String text = text(field);
			if (!text.isEmpty()) {
				reading.apply(text).ifPresentOrElse(taker, () -> this.wrongs.add(new Wrong(field, reason, text, true)));
			}
		}

	}

	private static Optional<String> fits(String text, int longest) {
		return Optional.of(text).filter((one) -> one.length() <= longest);
	}

	/** Every part of a list, or nothing if one of them is unknown. */
	private static <T> Optional<List<T>> all(String text, Function<String, Optional<T>> reading) {
		List<T> found = new ArrayList<>();
		for (String part : text.split("[,;|/]")) {
			Optional<T> one = reading.apply(part.strip());
			if (one.isEmpty()) {
				return Optional.empty();
			}
			found.add(one.get());
		}
		return Optional.of(found);
	}

	private static Optional<Integer> years(String text) {
		return Optional.ofNullable(YEARS_SO_FAR.read(text)).map(BigDecimal::intValue);
	}

	private static Optional<String> region(@Nullable String country, String text) {
		String code = text.toLowerCase(Locale.ROOT);
		return (country != null && PublicHolidays.knows(new Place(country, code))) ? Optional.of(code)
				: Optional.empty();
	}

	private static Optional<String> zone(String text) {
		try {
			return Optional.of(ZoneId.of(text).getId());
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	/** {@code 450}, {@code 450,50}, {@code 1.250 €}, {@code 1,250.00 EUR}. */
	private Optional<BigDecimal> rate(String text) {
		return Optional.ofNullable(NumberKind.DAY_RATE.read(text, this.currency)).map((one) -> one.setScale(2));
	}

	private static DateTimeFormatter date(String pattern) {
		return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
	}

	private static Optional<LocalDate> localDate(String text) {
		for (DateTimeFormatter format : DATES) {
			try {
				LocalDate date = LocalDate.parse(text, format);
				return Optional.ofNullable(Typed.date(date.toString()));
			}
			catch (DateTimeException ex) {
				// The next may fit.
			}
		}
		return Optional.empty();
	}

	private static boolean isShort(String part) {
		return part.strip().length() <= LONGEST_PART;
	}

	/** Those that are not known are left out, and said to be. */
	private void skills(String text, Person person, List<Wrong> wrongs) {
		Map<Long, SkillHeld> held = new LinkedHashMap<>();
		for (String part : text.split("[,;|\\n]")) {
			Matcher matcher = SKILL.matcher(part.strip());
			if (part.isBlank()) {
				continue;
			}
			Optional<Skill> skill = isShort(part) && matcher.matches() ? this.skills.named(matcher.group(1))
					: Optional.empty();
			if (skill.isEmpty() || held.size() >= MOST_SKILLS) {
				wrongs.add(new Wrong(Field.SKILLS, skill.isEmpty() ? "skill" : "skills", part.strip(), false));
				continue;
			}
			int level = (matcher.group(2) != null) ? Integer.parseInt(matcher.group(2)) : USUAL_LEVEL;
			int years = (matcher.group(3) != null) ? Integer.parseInt(matcher.group(3)) : 1;
			held.putIfAbsent(skill.get().id(), new SkillHeld(skill.get().id(), level, years, this.thisYear));
		}
		person.skills = held.isEmpty() ? null : held;
	}

	private static void languages(String text, Person person, List<Wrong> wrongs) {
		Map<String, LanguageLevel> spoken = new LinkedHashMap<>();
		for (String part : text.split("[,;|/\\n]")) {
			if (part.isBlank()) {
				continue;
			}
			Matcher matcher = LANGUAGE.matcher(part.strip());
			boolean read = isShort(part) && matcher.matches();
			Optional<String> language = read ? ProfileWords.language(matcher.group(1)) : Optional.empty();
			Optional<LanguageLevel> level = (read && matcher.group(2) != null) ? ProfileWords.fluency(matcher.group(2))
					: Optional.of(LanguageLevel.B2);
			if (language.isEmpty() || level.isEmpty()) {
				wrongs.add(new Wrong(Field.LANGUAGES, "language", part.strip(), false));
			}
			else {
				spoken.put(language.get(), level.get());
			}
		}
		person.languages = spoken.isEmpty() ? null : spoken;
	}

	static Set<Field> needed() {
		return EnumSet.of(Field.EMAIL);
	}

}
