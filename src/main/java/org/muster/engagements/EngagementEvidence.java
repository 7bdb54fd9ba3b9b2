package org.muster.engagements;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.muster.calendar.UtcColumns;
import org.muster.evidence.Evidence;
import org.muster.evidence.Findings;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Engagements have no seal of their own: each says what its line of the accepted proposal
 * says, which is sealed, and nothing in Muster changes one afterwards.
 */
@Component
class EngagementEvidence implements Evidence {

	private static final int PAGE = 500;

	/** Engagements begin after the commit of the acceptance; a crash is made up for. */
	private static final Duration PATIENCE = Duration.ofMinutes(5);

	/** Which of an offer's steps raise the rate of a line; see its price schedule. */
	private static final String RAISING = """
			s.revision_id = v.id and (s.agreed = false or l.card_from is null or s.starts_on > l.card_from)""";

	private static final String COMPARED = """
			select e.id, e.reference, e.consultant_name as said, l.consultant_name as accepted, case
				when l.id is null then 'unfounded'
				when e.organisation_id <> p.organisation_id or e.consultant_id <> l.consultant_id or e.role <> l.role
					or e.allocation <> l.allocation or e.starts_on <> l.starts_on or e.ends_on <> l.ends_on
					or e.first_workday < l.starts_on or e.last_workday > l.ends_on
					or e.bill_rate <> l.bill_rate or e.half_days <> l.half_days or e.currency <> v.currency
					or e.discount_percent <> l.discount_percent or e.whole_discount_percent <> v.discount_percent
					or e.volume_percent <> v.volume_percent
					or coalesce(e.on_call_factor, 0) <> coalesce(l.on_call_factor, 0)
					or coalesce(e.weekend_factor, 0) <> coalesce(l.weekend_factor, 0)
					or coalesce(e.weekend, '') <> coalesce(l.weekend, '')
					or coalesce(e.exchange_rate, 0) <> coalesce(l.exchange_rate, 0)
					or coalesce(e.exchanged_on, e.starts_on) <> coalesce(l.exchanged_on, e.starts_on)
					or coalesce(e.exchanged_currency, '') <> case when l.exchange_rate is null then '' else l.pay_currency end
					or (select count(*) from engagement_rate_step s where s.engagement_id = e.id)
						<> (select count(*) from proposal_rate_step s where\s"""
			+ RAISING + """
						)
					or exists (select 1 from proposal_rate_step s left join engagement_rate_step k
						on k.engagement_id = e.id and k.starts_on = s.starts_on and k.percent = s.percent
						where k.percent is null and\s""" + RAISING + """
								) then 'line'
						end as problem
					from engagement e left join proposal p on p.reference = e.proposal_reference
					left join proposal_revision v on v.proposal_id = p.id and v.status = 'ACCEPTED'
					left join proposal_line l on l.revision_id = v.id and l.number = e.line_number
					where e.id > ? order by e.id limit\s""" + PAGE;

	private static final String UNSTARTED = """
			select p.reference, l.number from proposal_line l join proposal_revision v on v.id = l.revision_id
			join proposal p on p.id = v.proposal_id where v.status = 'ACCEPTED' and v.status_at < ?
				and not exists (select 1 from engagement e
					where e.proposal_reference = p.reference and e.line_number = l.number)
			order by l.id""";

	private final JdbcTemplate jdbc;

	private final Clock clock;

	EngagementEvidence(JdbcTemplate jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** An engagement held against its line. */
	private record Compared(long id, String reference, @Nullable String problem) {

		static Compared read(ResultSet row, int index) throws SQLException {
			String problem = row.getString("problem");
			// Not by the database, to which upper and lower case may be the same.
			boolean named = row.getString("said").equals(row.getString("accepted"));
			return new Compared(row.getLong("id"), row.getString("reference"),
					(problem == null && !named) ? "line" : problem);
		}

	}

	@Override
	public String kind() {
		return "engagements";
	}

	@Override
	public int sealOld(int most) {
		return 0;
	}

	@Override
	public long size() {
		Long all = this.jdbc.queryForObject("select count(*) from engagement", Long.class);
		return (all != null) ? all : 0;
	}

	@Override
	public void verify(Findings findings) {
		List<Compared> page = page(0);
		while (!page.isEmpty()) {
			for (Compared one : page) {
				if (one.problem() != null) {
					findings.broken(one.reference(), one.problem());
				}
			}
			findings.verified(page.size());
			page = page(page.get(page.size() - 1).id());
		}
		this.jdbc
			.query(UNSTARTED, (row, index) -> row.getString("reference") + ", " + row.getInt("number"),
					UtcColumns.write(this.clock.instant().minus(PATIENCE)))
			.forEach((line) -> findings.broken(line, "unstarted"));
	}

	private List<Compared> page(long after) {
		return this.jdbc.query(COMPARED, Compared::read, after);
	}

}
