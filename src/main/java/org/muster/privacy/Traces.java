package org.muster.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.muster.audit.Actor;
import org.muster.audit.AuditAct;
import org.muster.audit.AuditTrail;
import org.muster.audit.Audited;
import org.muster.calendar.UtcColumns;
import org.muster.discussion.AttachedFiles;
import org.muster.names.NameInText;
import org.muster.names.NameInText.Passage;
import org.muster.names.NamingFile;
import org.muster.forms.SearchText;
import org.muster.cvs.WaitingCvs;
import org.muster.tableimport.WaitingTables;
import org.muster.personaldata.ConsultantForgotten;
import org.muster.privacy.Trace.How;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks for people who were erased in what others wrote, and settles each place: nothing
 * there is changed before somebody has looked at it.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Traces {

	/** Of a request, or of a proposal or an interview for one. */
	private static final Pattern PAGE_OF_REQUEST = Pattern.compile("/(?:requests|proposals|interviews)/([^/#?]+)");

	/** Texts that tell how a name is written. */
	private static final int MOST_COMPARED = 50;

	private final JdbcTemplate jdbc;

	private final AttachedFiles files;

	private final WaitingTables tables;

	private final WaitingCvs cvs;

	private final AuditTrail audit;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Traces(JdbcTemplate jdbc, AttachedFiles files, WaitingTables tables, WaitingCvs cvs, AuditTrail audit,
			ApplicationEventPublisher events, Clock clock) {
		this.tables = tables;
		this.cvs = cvs;
		this.events = events;
		this.jdbc = jdbc;
		this.files = files;
		this.audit = audit;
		this.clock = clock;
	}

	/** How many places of whom wait. */
	record Erased(String reference, long open, long all) {
	}

	@EventListener
	public void look(ConsultantForgotten person) {
		long id = person.consultantId();
		NameInText alone = new NameInText(person.name(), person.email(), person.phone());
		Map<String, String> namesakes = namesakes(alone, id);
		NameInText name = alone.among(namesakes.values());
		Set<String> pages = new HashSet<>();
		FreeTexts.ALL.forEach((place) -> look(place, name, id, namesakes.keySet(), pages));
		Set<Long> requests = new TreeSet<>(this.jdbc.queryForList(
				"""
						select r.id from staffing_request r where r.reference in
							(select e.subject from audit_entry e join audit_person p on p.entry_id = e.id where p.consultant_id = ?)
						union select p.request_id from proposal p join proposal_revision v on v.proposal_id = p.id
							join proposal_line l on l.revision_id = v.id where l.consultant_id = ?""",
				Long.class, id, id));
		pages.stream().map(this::requestOf).flatMap(List::stream).forEach(requests::add);
		this.files.naming(name, requests).forEach((file) -> add(id, FreeFile.ATTACHMENT, file));
		this.tables.naming(name).forEach((file) -> add(id, FreeFile.TABLE, file));
		this.cvs.naming(name).forEach((file) -> add(id, FreeFile.CV, file));
	}

	/** The request to which a page belongs on which somebody is named. */
	private List<Long> requestOf(String page) {
		Matcher reference = PAGE_OF_REQUEST.matcher(page);
		return !reference.lookingAt() ? List.of() : this.jdbc.queryForList("""
				select id from staffing_request where reference = ?
				union select request_id from proposal where reference = ?
				union select p.request_id from interview i join request_position p on p.id = i.position_id
					where i.reference = ?""", Long.class, reference.group(1), reference.group(1), reference.group(1));
	}

	/**
	 * Those of the pool, the consultancy and its clients who have the same last name.
	 * @return their names by their pages, or by whatever tells them apart
	 */
	private Map<String, String> namesakes(NameInText name, long consultant) {
		Map<String, String> namesakes = new HashMap<>();
		this.jdbc.query("""
				select concat('/consultants/', reference) as page, name from consultant
					where erased_at is null and id <> ?
				union all select concat('account ', id), full_name from account""", (row) -> {
			if (name.sharesSurnameWith(row.getString("name"))) {
				namesakes.put(row.getString("page"), row.getString("name"));
			}
		}, consultant);
		return namesakes;
	}

	private void look(FreeText place, NameInText name, long consultant, Set<String> namesakes, Set<String> pages) {
		List<String> patterns = name.patterns();
		if (patterns.isEmpty()) {
			return;
		}
		String alike = String.join(" or ",
				Collections.nCopies(patterns.size(), "lower(t." + place.column() + ") like ? escape '!'")) + " or t."
				+ place.column() + " regexp ?";
		this.jdbc.query(place.select() + "(" + alike + ")", (row) -> {
			String text = row.getString("text");
			String page = row.getString("link");
			List<Passage> certain = name.in(text);
			List<Passage> passages = all(certain, name.possiblyIn(text));
			// A last name alone on the profile of somebody who has it is that one's.
			boolean others = certain.isEmpty() && page != null && namesakes.contains(page);
			if (!passages.isEmpty() && !others) {
				add(consultant, place.place(), row.getString("row_key"), passages, text, certain.isEmpty());
			}
			if (!certain.isEmpty()) {
				pages.add(Objects.requireNonNullElse(page, ""));
			}
		}, Stream.concat(patterns.stream(), Stream.of(NameInText.BEYOND_ASCII)).toArray());
	}

	private static List<Passage> all(List<Passage> certain, List<Passage> possible) {
		return Stream.concat(certain.stream(), possible.stream()).sorted(Comparator.comparing(Passage::start)).toList();
	}

	private void add(long consultant, FreeFile place, NamingFile file) {
		this.jdbc.update("""
				insert into erasure_trace (consultant_id, place, row_key, possible, found_at)
				values (?, ?, ?, ?, ?)""", consultant, place.place(), String.valueOf(file.id()), file.possible(),
				UtcColumns.write(this.clock.instant()));
	}

	private void add(long consultant, String place, String key, List<Passage> passages, String text, boolean possible) {
		this.jdbc.update("""
				insert into erasure_trace (consultant_id, place, row_key, passages, fingerprint, possible, found_at)
				values (?, ?, ?, ?, ?, ?, ?)""", consultant, place, key, Trace.written(passages),
				Trace.fingerprint(text), possible, UtcColumns.write(this.clock.instant()));
	}

	/** Those who were erased, the latest first. */
	Page<Erased> erased(Pageable page) {
		List<Erased> rows = this.jdbc
			.query("""
					select c.reference, (select count(*) from erasure_trace t where t.consultant_id = c.id
							and t.settled_how is null) as open_traces,
						(select count(*) from erasure_trace t where t.consultant_id = c.id) as all_traces
					from consultant c where c.erased_at is not null order by c.erased_at desc, c.id desc limit ? offset ?""",
					(row, index) -> new Erased(row.getString(1), row.getLong(2), row.getLong(3)), page.getPageSize(),
					page.getOffset());
		Long all = this.jdbc.queryForObject("select count(*) from consultant where erased_at is not null", Long.class);
		return new PageImpl<>(rows, page, (all != null) ? all : 0);
	}

	/** Of somebody who was erased. */
	Optional<Long> idOf(String reference) {
		return this.jdbc
			.queryForList("select id from consultant where reference = ? and erased_at is not null", Long.class,
					reference)
			.stream()
			.findFirst();
	}

	Page<Trace> of(long consultant, boolean open, Pageable page) {
		String where = " from erasure_trace where consultant_id = ? and settled_how is " + (open ? "null" : "not null");
		List<Trace> rows = this.jdbc.query("select *" + where + " order by possible, id limit ? offset ?",
				Traces::trace, consultant, page.getPageSize(), page.getOffset());
		Long all = this.jdbc.queryForObject("select count(*)" + where, Long.class, consultant);
		return new PageImpl<>(rows, page, (all != null) ? all : 0);
	}

	/** One that still waits. */
	Optional<Trace> open(long consultant, long id) {
		return this.jdbc
			.query("select * from erasure_trace where id = ? and consultant_id = ? and settled_how is null for update",
					Traces::trace, id, consultant)
			.stream()
			.findFirst();
	}

	/** As it reads now, or nothing if it is gone. */
	Optional<OpenTrace> shown(Trace trace) {
		return FreeFile.at(trace.place())
			.map((file) -> shown(trace, file))
			.orElseGet(() -> shown(trace, FreeTexts.at(trace.place()).orElseThrow()));
	}

	private Optional<OpenTrace> shown(Trace trace, FreeFile file) {
		return this.jdbc
			.query(file.select(),
					(row, index) -> new OpenTrace(trace, row.getString("text"), row.getString("text"),
							row.getString("link"), false, row.getInt("removable") == 1),
					trace.key())
			.stream()
			.findFirst();
	}

	private Optional<OpenTrace> shown(Trace trace, FreeText place) {
		return this.jdbc.query(place.select() + place.key() + " = ?", (row, index) -> {
			String text = row.getString("text");
			boolean mayRedact = row.getInt("sealed") == 0;
			return new OpenTrace(trace, text, mayRedact ? trace.withoutName(text) : text, row.getString("link"),
					mayRedact, place.removable() || place.equals(FreeFile.ATTACHMENT.name()));
		}, trace.key()).stream().findFirst();
	}

	/**
	 * The text is searched again for the name as it was written: whoever took it out may
	 * have missed some.
	 * @return whether nothing is left; otherwise it waits on
	 */
	boolean redact(OpenTrace open, String text, Actor by, String reference) {
		Trace trace = open.trace();
		NameInText written = NameInText.asWritten(written(open));
		FreeText place = FreeTexts.at(trace.place()).orElseThrow();
		if (place.table().equals("audit_entry")) {
			this.audit.redact(Long.parseLong(trace.key()), text);
		}
		else {
			this.jdbc.update(place.redaction(), text, trace.key());
			this.events.publishEvent(new TextRedacted(place.place(), trace.key(), text));
		}
		if (place.place().equals("staffing_request.title")) {
			this.jdbc.update("update staffing_request set search_title = ? where id = ?", SearchText.column(1000, text),
					trace.key());
		}
		List<Passage> certain = written.in(text);
		List<Passage> left = all(certain, written.possiblyIn(text));
		if (left.isEmpty()) {
			settle(trace, How.REDACTED, null, by, reference);
			return true;
		}
		this.jdbc.update("update erasure_trace set passages = ?, fingerprint = ? where id = ?", Trace.written(left),
				Trace.fingerprint(text), trace.id());
		this.events.publishEvent(new Audited(by, null, AuditAct.CONSULTANT_TRACE_SETTLED, reference,
				"REDACTED in part, " + trace.place()));
		return false;
	}

	/** How the text writes the name, or, once it was changed, how others do. */
	private List<String> written(OpenTrace open) {
		List<String> here = open.trace().named(open.text());
		return !here.isEmpty() ? here
				: of(open.trace().consultantId(), true, PageRequest.of(0, MOST_COMPARED)).stream()
					.flatMap((other) -> shown(other).stream())
					.flatMap((other) -> other.trace().named(other.text()).stream())
					.distinct()
					.toList();
	}

	void remove(Trace trace, Actor by, String reference) {
		String place = trace.place();
		if (place.equals(FreeFile.TABLE.place())) {
			this.tables.remove(Long.parseLong(trace.key()), by);
		}
		else if (place.equals(FreeFile.CV.place())) {
			this.cvs.remove(Long.parseLong(trace.key()), by);
		}
		else if (trace.isFile() || place.equals(FreeFile.ATTACHMENT.name().place())) {
			this.files.remove(Long.parseLong(trace.key()), by);
		}
		else {
			this.jdbc.update(FreeTexts.at(place).orElseThrow().removal(), trace.key());
		}
		settle(trace, How.REMOVED, null, by, reference);
	}

	void keep(Trace trace, String reason, Actor by, String reference) {
		settle(trace, How.KEPT, reason, by, reference);
	}

	/** What others removed meanwhile needs no decision. */
	void gone(Trace trace, Actor by, String reference) {
		settle(trace, How.GONE, null, by, reference);
	}

	private void settle(Trace trace, How how, @Nullable String reason, Actor by, String reference) {
		this.jdbc.update(
				"""
						update erasure_trace set settled_how = ?, settled_by_name = ?, settled_at = ?, reason = ?, passages = null
						where id = ?""",
				how.name(), by.name(), UtcColumns.write(this.clock.instant()), reason, trace.id());
		this.events.publishEvent(
				new Audited(by, null, AuditAct.CONSULTANT_TRACE_SETTLED, reference, how + ", " + trace.place()));
	}

	private static Trace trace(ResultSet row, int index) throws SQLException {
		String how = row.getString("settled_how");
		return new Trace(row.getLong("id"), row.getLong("consultant_id"), row.getString("place"),
				row.getString("row_key"), row.getString("passages"), row.getString("fingerprint"),
				row.getBoolean("possible"), UtcColumns.read(row, "found_at"), (how != null) ? How.valueOf(how) : null,
				row.getString("settled_by_name"), UtcColumns.readOrNull(row, "settled_at"), row.getString("reason"));
	}

}
