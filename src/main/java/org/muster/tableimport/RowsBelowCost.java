package org.muster.tableimport;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.muster.consultants.Consultant;
import org.muster.consultants.Consultants;
import org.muster.consultants.PoolMember;
import org.muster.consultants.RatesOverTime;
import org.muster.forms.Formats;

/**
 * The rows after which somebody would be paid more than a client pays. They go in: a
 * profile says the same, and takes it.
 */
final class RowsBelowCost {

	/** How many are listed. */
	private static final int MOST = 20;

	private final Consultants consultants;

	private final Formats formats;

	private final LocalDate today;

	/** By e-mail, as the rows so far leave them. */
	private final Map<String, Consultant.Rates> rates = new HashMap<>();

	private final List<Loss> found = new ArrayList<>();

	private int count;

	RowsBelowCost(Consultants consultants, Formats formats, LocalDate today) {
		this.consultants = consultants;
		this.formats = formats;
		this.today = today;
	}

	/** What a row says, or leaves as it is. */
	record Loss(int line, String pay, String bill) {
	}

	/** Of people in the pool, of whom rows may say one rate and not the other. */
	void know(Collection<PoolMember> people) {
		Map<Long, PoolMember> unknown = people.stream()
			.filter((person) -> person.id() > 0 && !this.rates.containsKey(person.email()))
			.collect(Collectors.toMap(PoolMember::id, (person) -> person, (one, same) -> one));
		if (!unknown.isEmpty()) {
			Map<Long, RatesOverTime> known = this.consultants.ratesOf(unknown.keySet());
			known.forEach((id, over) -> this.rates.put(Objects.requireNonNull(unknown.get(id)).email(),
					over.on(this.today).rates()));
		}
	}

	/**
	 * @param there whom the row is of, or {@code null} for somebody new
	 * @param now the same once the row has gone in
	 */
	void note(int line, ReadPerson person, @Nullable PoolMember there, PoolMember now) {
		Consultant.Rates known = (there != null) ? this.rates.get(there.email()) : null;
		BigDecimal pay = (person.payRate != null || known == null) ? person.payRate : known.pay();
		BigDecimal bill = (person.billRate != null || known == null) ? person.billRate : known.bill();
		if (pay == null || bill == null) {
			return;
		}
		this.rates.put(now.email(), new Consultant.Rates(pay, bill));
		boolean said = person.payRate != null || person.billRate != null;
		if (said && pay.compareTo(bill) > 0) {
			this.count++;
			if (this.found.size() < MOST) {
				this.found.add(new Loss(line, this.formats.rate(pay, now.currency()),
						this.formats.rate(bill, now.currency())));
			}
		}
	}

	List<Loss> found() {
		return List.copyOf(this.found);
	}

	/** How many there are besides. */
	int more() {
		return this.count - this.found.size();
	}

}
