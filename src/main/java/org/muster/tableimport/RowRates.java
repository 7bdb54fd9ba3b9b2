package org.muster.tableimport;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.muster.money.Money;
import org.muster.numbers.NumberKind;
import org.muster.numbers.NumberReading;
import org.muster.tables.AmountWords;
import org.muster.tables.TableColumn;

/** Reads the amounts of a row, all of which are in its currency. */
final class RowRates {

	/** What programs leave behind a cent when they calculate. */
	private static final BigDecimal NOISE = new BigDecimal("0.000001");

	/** What the headings of the rates say of every amount below. */
	private final Map<TableColumn, AmountWords> headings = new EnumMap<>(TableColumn.class);

	private final String currency;

	/**
	 * @param headings of the columns with rates
	 * @param currency of the pool: an amount in another is refused
	 */
	RowRates(Map<TableColumn, String> headings, String currency) {
		headings.forEach((field, heading) -> this.headings.put(field, AmountWords.of(heading)));
		this.currency = currency;
	}

	void read(RowCells cells, ReadPerson person) {
		cells.take(TableColumn.CURRENCY, "currency", this::currency, (currency) -> person.currency = currency);
		if (person.currency == null) {
			person.currency = currencyOfHeadings(cells);
		}
		String currency = Objects.requireNonNullElse(person.currency, this.currency);
		boolean pay = read(TableColumn.PAY_RATE, cells, currency, (rate) -> person.payRate = rate);
		boolean bill = read(TableColumn.BILL_RATE, cells, currency, (rate) -> person.billRate = rate);
		if (pay || bill) {
			// An amount in a currency is none in that of somebody else's rates.
			person.currency = currency;
		}
	}

	/** Whether it is said to be in a currency. */
	private boolean read(TableColumn field, RowCells cells, String currency, Consumer<BigDecimal> taker) {
		String text = cells.text(field);
		AmountWords heading = this.headings.get(field);
		String error = cells.error(field);
		if (!error.isEmpty()) {
			cells.note(field, "error", error);
		}
		if (text.isEmpty() || heading == null) {
			return false;
		}
		AmountWords said = AmountWords.of(text);
		NumberReading reading = NumberKind.DAY_RATE.range().understood(text, currency);
		if (!heading.isByDay() || reading == null && !said.isByDay()) {
			cells.wrong(field, "rate.unit", text);
			return false;
		}
		if (!heading.areIn(currency) || !said.areIn(currency) || reading != null && !reading.isIn(currency)) {
			cells.wrong(field, "rate.currency", text);
			return false;
		}
		Optional<BigDecimal> rate = Optional.ofNullable(reading).flatMap((one) -> rate(one, currency));
		rate.ifPresentOrElse(taker, () -> cells.wrong(field, "rate", text));
		if (rate.isPresent() && reading != null && reading.isAmbiguous()) {
			cells.ambiguous(field, text);
		}
		return !heading.currencies().isEmpty() || reading != null && reading.currency() != null;
	}

	/** The one that the headings of the amounts of a row agree on, if any. */
	private @Nullable String currencyOfHeadings(RowCells cells) {
		Set<String> codes = this.headings.entrySet()
			.stream()
			.filter((entry) -> !cells.text(entry.getKey()).isEmpty())
			.flatMap((entry) -> Stream.ofNullable(entry.getValue().currency()))
			.collect(Collectors.toSet());
		return (codes.size() == 1) ? codes.iterator().next() : null;
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

}
