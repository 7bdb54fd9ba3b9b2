package org.muster.tableimport;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.muster.consultants.SkillHeld;
import org.muster.forms.MailAddresses;
import org.muster.forms.Inputs;
import org.muster.skills.SkillReader;
import org.muster.tables.CellText;
import org.muster.tables.DateOrder;
import org.muster.tables.SheetRow;
import org.muster.tables.TableColumn;
import org.muster.tables.TableDates;
import org.muster.vocabulary.JobRole;
import org.muster.vocabulary.ProfileWords;

/** Reads a person out of the cells of a row. */
final class RowReader {

	private static final int LONGEST_NAME = 120;

	private static final int LONGEST_HEADLINE = 200;

	private static final int LONGEST_REFERENCE = 20;

	private final Map<TableColumn, Integer> columns;

	private final SkillReader skills;

	private final Mends mends;

	private final int thisYear;

	private final TableDates dates;

	/** What the heading of the skills says of numbers in brackets. */
	private final SkillNumbers numbers;

	private final List<String> headings;

	/** Up to the last column that is read. */
	private final int width;

	private final RowRates rates;

	/**
	 * @param headings of all columns
	 * @param columns what is read, and where
	 * @param currency of the pool: an amount in another is refused
	 * @param order of day and month in dates, or {@code null} where none needs one
	 * @param mends what somebody has corrected
	 */
	RowReader(List<String> headings, Map<TableColumn, Integer> columns, SkillReader skills, LocalDate today,
			String currency, @Nullable DateOrder order, Mends mends) {
		this.numbers = SkillNumbers.of(heading(headings, columns.get(TableColumn.SKILLS)));
		this.headings = headings;
		this.width = 1 + columns.values().stream().mapToInt(Integer::intValue).max().orElse(-1);
		Map<TableColumn, String> rates = new EnumMap<>(TableColumn.class);
		columns.forEach((field, column) -> {
			if (field.isRate()) {
				rates.put(field, heading(headings, column));
			}
		});
		this.rates = new RowRates(rates, currency);
		this.dates = new TableDates(order, today);
		this.mends = mends;
		this.columns = columns;
		this.skills = skills;
		this.thisYear = today.getYear();
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

	/** As it stands in the table, empty where the row has no such cell. */
	String cell(SheetRow row, TableColumn field) {
		Integer column = this.columns.get(field);
		return (column != null && column < row.cells().size()) ? row.cells().get(column) : "";
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

	ReadRow read(SheetRow row) {
		ReadPerson person = new ReadPerson();
		List<Wrong> wrongs = new ArrayList<>();
		beyondHeadings(row, wrongs);
		RowCells cells = new RowCells(this, row, wrongs);
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
		this.rates.read(cells, person);
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
		LanguageCells languages = new LanguageCells();
		person.languages = languages.read(cells.text(TableColumn.LANGUAGES), wrongs);
		return new ReadRow(person, wrongs, cells.loose(), cells.ambiguous(), languages.worded());
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
	private static void region(RowCells cells, ReadPerson person) {
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
