package org.muster.insights;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.muster.audit.Actor;
import org.muster.audit.TrailQuery;
import org.muster.audit.Viewer;
import org.muster.forms.DateText;
import org.muster.forms.SearchText;
import org.muster.forms.Inputs;
import org.muster.forms.UnknownFilters;

/**
 * What somebody looks for in the audit trail, as it was typed.
 *
 * @param subject a reference
 * @param act as the trail names it
 * @param person a part of a name or e-mail address
 * @param from the first day, by the clock that the list has
 * @param to the last day
 */
record AuditForm(@Nullable String subject, @Nullable String act, @Nullable String person,
		@Nullable @DateText String from, @Nullable @DateText String to) {

	/**
	 * @param named finds the accounts of people
	 * @param zone by whose clock days begin and end
	 */
	TrailQuery query(Function<SearchText.Sought, ? extends Collection<Long>> named, ZoneId zone) {
		SearchText.Sought sought = SearchText.sought(this.person);
		return new TrailQuery(Viewer.staff(), Inputs.text(this.subject), Inputs.text(this.act),
				sought.typed() ? named.apply(sought) : null,
				Actor.MUSTER.name()
					.toLowerCase(Locale.ROOT)
					.contains(Inputs.text(this.person).toLowerCase(Locale.ROOT)),
				start(Inputs.date(this.from), 0, zone), start(Inputs.date(this.to), 1, zone));
	}

	private static @Nullable Instant start(@Nullable LocalDate day, int later, ZoneId zone) {
		return (day != null) ? day.plusDays(later).atStartOfDay(zone).toInstant() : null;
	}

	/** For any act, where the trail knows none of that name. */
	AuditForm among(Set<String> acts) {
		String typed = Inputs.text(this.act);
		if (typed.isEmpty() || acts.contains(typed)) {
			return this;
		}
		UnknownFilters.note(typed);
		return new AuditForm(this.subject, null, this.person, this.from, this.to);
	}

	public boolean isEmpty() {
		return Inputs.isEmpty(this.subject) && Inputs.isEmpty(this.act) && Inputs.isEmpty(this.person)
				&& Inputs.isEmpty(this.from) && Inputs.isEmpty(this.to);
	}

}
