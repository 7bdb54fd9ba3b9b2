package org.muster.tableimport;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.muster.consultants.PoolMember;
import org.muster.consultants.SkillHeld;
import org.muster.forms.Legible;
import org.muster.forms.MailAddresses;
import org.muster.numbers.NumberKind;
import org.muster.numbers.NumberReading;
import org.muster.forms.Inputs;
import org.muster.money.Money;
import org.muster.skills.SkillReader;
import org.muster.tables.AmountWords;
import org.muster.tables.CellText;
import org.muster.tables.DateOrder;
import org.muster.tables.Mojibake;
import org.muster.tables.SheetRow;
import org.muster.tables.TableColumn;
import org.muster.tables.TableDates;
import org.muster.vocabulary.JobRole;
import org.muster.vocabulary.LanguageLevel;
import org.muster.vocabulary.ProfileWords;

import org.springframework.context.MessageSource;

/** Reads a person out of the cells of a row. */
final class RowReader {

	private static final int LONGEST_NAME = 120;

	private static final int LONGEST_HEADLINE = 200;

	private static final int LONGEST_REFERENCE = 20;

	/** Of a skill or language with its level. */
	private static final int LONGEST_PART = 120;

	/** What programs leave behind a cent when they calculate. */
	private static final BigDecimal NOISE = new BigDecimal("0.000001");

	private static final Pattern LANGUAGE = Pattern
		.compile("(\\p{L}[\\p{L} ]*?)\\s*(?:[:( ]\\s*(\\p{L}[\\p{L}\\d]+)\\s*\\)?)?");

	private final Map<TableColumn, Integer> columns;

	private final SkillReader skills;

	private final Mends mends;

	private final int thisYear;

	private final TableDates dates;

	private final String currency;

	/** What the heading of the skills says of numbers in brackets. */
	private final SkillCells.Numbers numbers;

	private final List<String> headings;

	/** Up to the last column that is read. */
	private final int width;

	/** What the headings of the rates say of every amount below. */
	private final Map<TableColumn, AmountWords> amounts = new EnumMap<>(TableColumn.class);

	/**
	 * @param headings of all columns
	 * @param columns what is read, and where
	 * @param currency of the pool: an amount in another is refused
	 * @param order of day and month in dates, or {@code null} where none needs one
	 * @param mends what somebody has corrected
	 */
	RowReader(List<String> headings, Map<TableColumn, Integer> columns, SkillReader skills, LocalDate today,
			String currency, @Nullable DateOrder order, Mends mends) {
		this.currency = currency;
		this.numbers = SkillCells.Numbers.of(heading(headings, columns.get(TableColumn.SKILLS)));
		this.headings = headings;
		this.width = 1 + columns.values().stream().mapToInt(Integer::intValue).max().orElse(-1);
		columns.forEach((field, column) -> {
			if (field.isRate()) {
				this.amounts.put(field, AmountWords.of(heading(headings, column)));
			}
		});
		this.dates = new TableDates(order, today);
		this.mends = mends;
		this.columns = columns;
		this.skills = skills;
		this.thisYear = today.getYear();
	}

	/**
	 * Something wrong with a cell.
	 *
	 * @param field what the cell holds, or {@code null} for the whole row
	 * @param fatal whether the whole row is left out
	 */
	record Wrong(@Nullable TableColumn field, String reason, String typed, boolean fatal) {

		/**
		 * The heading of the column, or what such a column is called on pages.
		 * @param headings of all columns
		 * @param columns what is read, and where
		 */
		String column(List<String> headings, Map<TableColumn, Integer> columns, MessageSource messages) {
			return column(this.field, headings, columns, messages);
		}

		static String column(@Nullable TableColumn field, List<String> headings, Map<TableColumn, Integer> columns,
				MessageSource messages) {
			Integer column = (field != null) ? columns.get(field) : null;
			String heading = (column != null) ? headings.get(column) : "";
			return heading.isBlank() ? messages.getMessage(
					(field != null) ? "imports.field." + field : "imports.wholeRow", null, Locale.ENGLISH) : heading;
		}

	}

	/**
	 * A row that was read.
	 *
	 * @param loose cells that were read by what they most likely mean
	 * @param ambiguous amounts that were taken and could have been read otherwise
	 * @param worded languages whose level was read out of a word, by what the cell says
	 */
	record Read(Person person, List<Wrong> wrongs, Map<TableColumn, String> loose, Map<TableColumn, String> ambiguous,
			Map<String, Spoken> worded) {

		boolean isFatal() {
			return this.wrongs.stream().anyMatch(Wrong::fatal);
		}

		/**
		 * All that is wrong with the row, for a check as for the import itself.
		 * @param mailed who has the e-mail already, or {@code null} for nobody
		 * @param referenced who has the reference, or {@code null} for nobody
		 * @param usual what new people get whose row does not say it
		 */
		List<Wrong> wrongs(@Nullable PoolMember mailed, @Nullable PoolMember referenced, NewPeople usual) {
			List<Wrong> all = new ArrayList<>(this.wrongs);
			if (mailed != null && referenced != null && !mailed.reference().equals(referenced.reference())) {
				all.add(new Wrong(TableColumn.EMAIL, "email.other", this.person.email, true));
				return all;
			}
			PoolMember there = (referenced != null) ? referenced : mailed;
			if (isFatal(null) || there == null && isFatal(TableColumn.EMAIL)) {
				// Which cell holds what, or whose row it is, nobody knows.
				return all;
			}
			this.person.misfits(there, usual)
				.stream()
				.filter((misfit) -> !isFollowing(Objects.requireNonNull(misfit.field())))
				.forEach(all::add);
			return all;
		}

		private boolean isFatal(@Nullable TableColumn field) {
			return this.wrongs.stream().anyMatch((wrong) -> wrong.fatal() && wrong.field() == field);
		}

		/**
		 * Whether it is missing or does not fit because of a cell that could not be read.
		 */
		private boolean isFollowing(TableColumn field) {
			return isFatal(field) || field == TableColumn.TIME_ZONE && isFatal(TableColumn.COUNTRY);
		}

	}

	/**
	 * A language that somebody speaks.
	 *
	 * @param language its code
	 */
	record Spoken(String language, LanguageLevel level) {
	}

	private static String heading(List<String> headings, @Nullable Integer column) {
		return (column != null && column < headings.size()) ? headings.get(column) : "";
	}

	/** A separator within a cell moves all that stands behind it: none of it is sure. */
	private void beyondHeadings(SheetRow row, List<Wrong> wrongs) {
		String beyond = IntStream.range(this.width, row.cells().size())
			.filter((column) -> heading(this.headings, column).isBlank())
			.mapToObj(row::cell)
			.filter((cell) -> !cell.isEmpty())
			.collect(Collectors.joining(" · "));
		if (!beyond.isEmpty()) {
			wrongs.add(new Wrong(null, "wide", beyond, true));
		}
	}

	/** What the table says in a cell, empty where it has no such column. */
	String said(SheetRow row, TableColumn field) {
		Integer column = this.columns.get(field);
		return (column != null) ? CellText.read(row.cell(column)) : "";
	}

	/** The same, or what somebody has said instead. */
	String mended(SheetRow row, TableColumn field) {
		return this.mends.of(row.line(), field, said(row, field));
	}

	Read read(SheetRow row) {
		Person person = new Person();
		List<Wrong> wrongs = new ArrayList<>();
		beyondHeadings(row, wrongs);
		Cells cells = new Cells(row, wrongs);
		cells.take(TableColumn.EMAIL, "email", MailAddresses::read, (email) -> person.email = email);
		if (cells.text(TableColumn.EMAIL).isEmpty()) {
			wrongs.add(new Wrong(TableColumn.EMAIL, "missing", "", true));
		}
		cells.take(TableColumn.NAME, "long", (text) -> fits(text, LONGEST_NAME), (name) -> person.name = name);
		if (person.name == null) {
			String first = cells.text(TableColumn.FIRST_NAME);
			String last = cells.text(TableColumn.LAST_NAME);
			String both = (first + " " + last).strip();
			if (both.length() > LONGEST_NAME) {
				cells.wrong(last.isEmpty() ? TableColumn.FIRST_NAME : TableColumn.LAST_NAME, "long", both);
			}
			person.name = both.isEmpty() ? null : both;
			person.namedInPart = first.isEmpty() || last.isEmpty();
		}
		String reference = cells.text(TableColumn.REFERENCE);
		person.reference = (reference.isEmpty() || reference.length() > LONGEST_REFERENCE) ? null : reference;
		cells.take(TableColumn.HEADLINE, "long", (text) -> fits(text, LONGEST_HEADLINE),
				(line) -> person.headline = cells.whole(TableColumn.HEADLINE, line, false));
		cells.take(TableColumn.PHONE, "long", (text) -> fits(text, 40), (phone) -> person.phone = phone);
		cells.take(TableColumn.ROLES, "role", RowReader::roles, (roles) -> person.roles = roles);
		if (all(cells.text(TableColumn.ROLES), ProfileWords::roleNamed).isEmpty()) {
			person.roleSaid = Inputs.textOrNull(cells.text(TableColumn.ROLES));
			cells.loose(TableColumn.ROLES, person.roles != null);
		}
		cells.take(TableColumn.SENIORITY, "seniority", ProfileWords::seniority,
				(seniority) -> person.seniority = seniority);
		cells.take(TableColumn.YEARS, "years", YearsCell::read, (years) -> person.years = years);
		cells.loose(TableColumn.YEARS, person.years != null && YearsCell.isLoose(cells.text(TableColumn.YEARS)));
		cells.take(TableColumn.COUNTRY, "country", ProfileWords::country, (country) -> person.country = country);
		person.region = ProfileWords.regionOfCountry(cells.text(TableColumn.COUNTRY)).orElse(null);
		if (person.country != null) {
			region(cells, person);
		}
		else {
			person.regionSaid = Inputs.textOrNull(cells.text(TableColumn.REGION));
		}
		cells.take(TableColumn.CITY, "long", (text) -> fits(text, 80),
				(city) -> person.city = cells.whole(TableColumn.CITY, city, true));
		cells.take(TableColumn.TIME_ZONE, "zone", ProfileWords::zoneNamed, (zone) -> person.timeZone = zone);
		cells.take(TableColumn.EMPLOYMENT, "employment", ProfileWords::employment, (kind) -> person.employment = kind);
		cells.take(TableColumn.WORK_MODES, "mode", (text) -> all(text, ProfileWords::mode),
				(modes) -> person.modes = EnumSet.copyOf(modes));
		cells.take(TableColumn.CURRENCY, "currency", this::currency, (currency) -> person.currency = currency);
		if (person.currency == null) {
			person.currency = currencyOfHeadings(cells);
		}
		new Rates(cells, person).read();
		boolean open = this.dates.isOpen(cells.text(TableColumn.AVAILABLE_FROM));
		cells.take(TableColumn.AVAILABLE_FROM, open ? "date.order" : "date",
				(text) -> this.dates.read(text, row.dayZero()), (date) -> person.availableFrom = date);
		String from = cells.text(TableColumn.AVAILABLE_FROM);
		cells.loose(TableColumn.AVAILABLE_FROM,
				person.availableFrom != null && (TableDates.isNow(from) || TableDates.isMonth(from)));
		SkillCells skills = new SkillCells(this.skills, this.numbers, this.thisYear, wrongs);
		Map<Long, SkillHeld> held = skills.read(cells.text(TableColumn.SKILLS));
		cells.loose(TableColumn.SKILLS, skills.isLoose());
		person.skills = held.isEmpty() ? null : held;
		Map<String, Spoken> worded = new LinkedHashMap<>();
		languages(cells.text(TableColumn.LANGUAGES), person, wrongs, worded);
		return new Read(person, wrongs, cells.loose, cells.ambiguous, worded);
	}

	/** The cells of a row by what they hold. */
	private final class Cells {

		private final SheetRow row;

		private final List<Wrong> wrongs;

		/** As they stand in the table. */
		private final Map<TableColumn, String> loose = new EnumMap<>(TableColumn.class);

		private final Map<TableColumn, String> ambiguous = new EnumMap<>(TableColumn.class);

		Cells(SheetRow row, List<Wrong> wrongs) {
			this.row = row;
			this.wrongs = wrongs;
		}

		/**
		 * Mended by us where its letters are those of another encoding, or by somebody.
		 */
		String text(TableColumn field) {
			String said = RowReader.this.said(this.row, field);
			String mended = RowReader.this.mended(this.row, field);
			String read = Legible.text(CellText.of(mended.equals(said) ? Mojibake.mended(said) : mended));
			loose(field, !read.equals(said));
			return read;
		}

		/** Notes a cell that was read by what it most likely means. */
		void loose(TableColumn field, boolean isLoose) {
			if (isLoose) {
				this.loose.putIfAbsent(field, RowReader.this.said(this.row, field));
			}
		}

		/** Of a formula, which is no empty cell where somebody waits for an amount. */
		String error(TableColumn field) {
			Integer column = RowReader.this.columns.get(field);
			return (column != null && column < this.row.cells().size() && text(field).isEmpty()
					&& CellText.isError(this.row.cells().get(column))) ? this.row.cells().get(column) : "";
		}

		<T> void take(TableColumn field, String reason, Function<String, Optional<T>> reading, Consumer<T> taker) {
			String text = text(field);
			if (!text.isEmpty()) {
				reading.apply(text).ifPresentOrElse(taker, () -> wrong(field, reason, text));
			}
		}

		/** A text, or nothing if some of its letters were lost. */
		@Nullable String whole(TableColumn field, String text, boolean isName) {
			if (CellText.hasLostLetters(text, isName)) {
				note(field, "letters", text);
				return null;
			}
			return text;
		}

		/** Something that the row goes in without. */
		void note(TableColumn field, String reason, String text) {
			this.wrongs.add(new Wrong(field, reason, text, false));
		}

		/** Something that leaves the row out. */
		void wrong(TableColumn field, String reason, String text) {
			this.wrongs.add(new Wrong(field, reason, text, true));
		}

	}

	/** The one that the headings of the amounts of a row agree on, if any. */
	private @Nullable String currencyOfHeadings(Cells cells) {
		Set<String> codes = this.amounts.entrySet()
			.stream()
			.filter((entry) -> !cells.text(entry.getKey()).isEmpty())
			.flatMap((entry) -> Stream.ofNullable(entry.getValue().currency()))
			.collect(Collectors.toSet());
		return (codes.size() == 1) ? codes.iterator().next() : null;
	}

	/** The amounts of a row, all of which are in its currency. */
	private final class Rates {

		private final Cells cells;

		private final Person person;

		private final String currency;

		Rates(Cells cells, Person person) {
			this.cells = cells;
			this.person = person;
			this.currency = Objects.requireNonNullElse(person.currency, RowReader.this.currency);
		}

		void read() {
			read(TableColumn.PAY_RATE, (rate) -> this.person.payRate = rate);
			read(TableColumn.BILL_RATE, (rate) -> this.person.billRate = rate);
		}

		private void read(TableColumn field, Consumer<BigDecimal> taker) {
			String text = this.cells.text(field);
			AmountWords heading = RowReader.this.amounts.get(field);
			String error = this.cells.error(field);
			if (!error.isEmpty()) {
				this.cells.note(field, "error", error);
			}
			if (text.isEmpty() || heading == null) {
				return;
			}
			AmountWords said = AmountWords.of(text);
			NumberReading reading = NumberKind.DAY_RATE.range().understood(text, this.currency);
			if (!heading.isByDay() || reading == null && !said.isByDay()) {
				this.cells.wrong(field, "rate.unit", text);
			}
			else if (!heading.areIn(this.currency) || !said.areIn(this.currency)
					|| reading != null && !reading.isIn(this.currency)) {
				this.cells.wrong(field, "rate.currency", text);
			}
			else {
				Optional<BigDecimal> rate = Optional.ofNullable(reading).flatMap((one) -> rate(one, this.currency));
				rate.ifPresentOrElse(taker, () -> this.cells.wrong(field, "rate", text));
				if (rate.isPresent() && reading != null && reading.isAmbiguous()) {
					this.cells.ambiguous.put(field, text);
				}
				if (!heading.currencies().isEmpty() || reading != null && reading.currency() != null) {
					// An amount in a currency is none in that of somebody else's rates.
					this.person.currency = this.currency;
				}
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

	/** Those that a list names, or the one that a title is clear of. */
	private static Optional<Set<JobRole>> roles(String text) {
		return all(text, ProfileWords::roleNamed).or(() -> all(text, ProfileWords::roleOfTitle))
			.<Set<JobRole>>map(EnumSet::copyOf)
			.or(() -> ProfileWords.roleOfTitle(text).map(EnumSet::of));
	}

	/** A region that is not known is no reason to leave somebody out. */
	private static void region(Cells cells, Person person) {
		String text = cells.text(TableColumn.REGION);
		if (text.isEmpty()) {
			return;
		}
		Optional<String> region = ProfileWords.region(Objects.requireNonNull(person.country), text);
		region.ifPresent((code) -> person.region = code);
		if (region.isEmpty()) {
			cells.note(TableColumn.REGION, "region", text);
		}
	}

	/**
	 * {@code 450}, {@code 450,50}, {@code 1.250 €}, {@code 1,250.00 EUR},
	 * {@code 550.0000000000001}.
	 */
	private static Optional<BigDecimal> rate(NumberReading reading, String currency) {
		BigDecimal rounded = Money.of(reading.value(), currency).rounded().amount();
		boolean exact = reading.value().subtract(rounded).abs().compareTo(NOISE) < 0;
		return Optional.of(rounded).filter((rate) -> exact && NumberKind.DAY_RATE.takes(rate, currency));
	}

	/**
	 * By its code or sign, as beside an amount; a sign that several have is the usual
	 * one.
	 */
	private Optional<String> currency(String text) {
		NumberReading reading = NumberKind.DAY_RATE.range().understood("1 " + text);
		if (reading == null || reading.currency() == null) {
			return Optional.empty();
		}
		return reading.isIn(this.currency) ? Optional.of(this.currency) : reading.currencyCode();
	}

	private static boolean isShort(String part) {
		return part.strip().length() <= LONGEST_PART;
	}

	private static void languages(String text, Person person, List<Wrong> wrongs, Map<String, Spoken> worded) {
		Map<String, LanguageLevel> spoken = new LinkedHashMap<>();
		for (String part : text.split("[,;|/\\n]")) {
			if (part.isBlank()) {
				continue;
			}
			Matcher matcher = LANGUAGE.matcher(part.strip());
			boolean read = isShort(part) && matcher.matches();
			Optional<String> language = read ? ProfileWords.languageNamed(matcher.group(1)) : Optional.empty();
			Optional<LanguageLevel> level = (read && matcher.group(2) != null) ? ProfileWords.fluency(matcher.group(2))
					: Optional.empty();
			if (language.isEmpty() || level.isEmpty()) {
				String reason = (language.isPresent() && matcher.group(2) == null) ? "language.level" : "language";
				wrongs.add(new Wrong(TableColumn.LANGUAGES, reason, part.strip(), false));
			}
			else {
				spoken.put(language.get(), level.get());
				if (!level.get().name().equalsIgnoreCase(matcher.group(2))) {
					worded.put(part.strip(), new Spoken(language.get(), level.get()));
				}
			}
		}
		person.languages = spoken.isEmpty() ? null : spoken;
	}

	static Set<TableColumn> needed() {
		return EnumSet.of(TableColumn.EMAIL);
	}

	/** What nobody new goes in without, whatever is chosen beside the table. */
	static List<TableColumn> neededOfNew(Set<TableColumn> columns) {
		Map<TableColumn, Set<TableColumn>> sources = new LinkedHashMap<>();
		sources.put(TableColumn.NAME, EnumSet.of(TableColumn.NAME, TableColumn.FIRST_NAME, TableColumn.LAST_NAME));
		sources.put(TableColumn.COUNTRY, EnumSet.of(TableColumn.COUNTRY));
		sources.put(TableColumn.PAY_RATE, EnumSet.of(TableColumn.PAY_RATE));
		sources.put(TableColumn.BILL_RATE, EnumSet.of(TableColumn.BILL_RATE));
		sources.put(TableColumn.ROLES, EnumSet.of(TableColumn.ROLES, TableColumn.HEADLINE));
		return sources.entrySet()
			.stream()
			.filter((entry) -> Collections.disjoint(entry.getValue(), columns))
			.map(Map.Entry::getKey)
			.toList();
	}

}
