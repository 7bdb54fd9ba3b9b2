package org.muster.engagements;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.muster.booking.BookedFor;
import org.muster.booking.BookingSources;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Engagements and the proposals that hold days, by what they enter in calendars. */
@Component
class EngagementSources implements BookingSources {

	private static final String ENGAGED = """
			select e.reference, e.proposal_reference, e.line_number, o.name from engagement e
			join organisation o on o.id = e.organisation_id where e.reference in (:references)""";

	private static final String HELD = """
			select p.reference, p.reference, 0, o.name from proposal p
			join organisation o on o.id = p.organisation_id where p.reference in (:references)""";

	private static final Pattern OFFERED = Pattern.compile("[^/]+/\\d+/(\\d{1,9})(?:\\.\\d+)?");

	private final JdbcClient jdbc;

	EngagementSources(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Map<String, BookedFor> of(Collection<String> sources) {
		List<String> references = sources.stream().map(EngagementSources::reference).distinct().toList();
		Map<String, BookedFor> known = new HashMap<>();
		if (!references.isEmpty()) {
			read(ENGAGED, references, known);
			read(HELD, references, known);
		}
		Map<String, BookedFor> found = new HashMap<>();
		sources.forEach((source) -> {
			BookedFor one = known.get(reference(source));
			if (one != null) {
				found.put(source, (one.line() > 0) ? one
						: new BookedFor(one.reference(), one.proposal(), line(source), one.client()));
			}
		});
		return found;
	}

	private void read(String sql, List<String> references, Map<String, BookedFor> known) {
		this.jdbc.sql(sql)
			.param("references", references)
			.query((row, index) -> new BookedFor(row.getString(1), row.getString(2), row.getInt(3), row.getString(4)))
			.list()
			.forEach((one) -> known.put(one.reference(), one));
	}

	/**
	 * E-2026-1378 for E-2026-1378.1, a part of an engagement, and P-2026-2223 for
	 * P-2026-2223/1/2, a line of an offer.
	 */
	private static String reference(String source) {
		return source.split("[./]", 2)[0];
	}

	/** 2 for P-2026-2223/1/2 and for its parts. */
	private static int line(String source) {
		Matcher offered = OFFERED.matcher(source);
		return offered.matches() ? Integer.parseInt(offered.group(1)) : 0;
	}

}
