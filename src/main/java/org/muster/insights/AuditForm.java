package org.muster.insights;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.muster.audit.Actor;
import org.muster.audit.TrailQuery;
import org.muster.forms.DateText;
import org.muster.forms.SearchText;
import org.muster.forms.Typed;

/**
 * What somebody looks for in the audit trail, as it was typed.
 *
 * @param subject a reference
 * @param act as the trail names it
 * @param person a part of a name or e-mail address
 * @param from the first day, by UTC as the list has it
 * @param to the last day
 */
record AuditForm(@Nullable String subject, @Nullable String act, @Nullable String person,
		@Nullable @DateText String from, @Nullable @DateText String to) {

	/**
	 * @param named finds the accounts of people
	 */
	TrailQuery query(Function<SearchText.Sought, ? extends Collection<Long>> named) {
		SearchText.Sought sought = SearchText.sought(this.person);
		return new TrailQuery(null, Typed.text(this.subject), Typed.text(this.act),
				sought.typed() ? named.apply(sought) : null,
				Actor.MUSTER.name().toLowerCase(Locale.ROOT).contains(Typed.text(this.person).toLowerCase(Locale.ROOT)),
				start(Typed.date(this.from), 0), start(Typed.date(this.to), 1));
	}

	private static @Nullable Instant start(@Nullable LocalDate day, int later) {
		return (day != null) ? day.plusDays(later).atStartOfDay().toInstant(ZoneOffset.UTC) : null;
	}

	public boolean isEmpty() {
		return Typed.isEmpty(this.subject) && Typed.isEmpty(this.act) && Typed.isEmpty(this.person)
				&& Typed.isEmpty(this.from) && Typed.isEmpty(this.to);
	}

}
