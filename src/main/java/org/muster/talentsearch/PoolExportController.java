package org.muster.talentsearch;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.NotFound;
import org.muster.audit.AuditAct;
import org.muster.audit.Audited;
import org.muster.availability.Start;
import org.muster.calendar.Place;
import org.muster.calendar.PublicHolidays;
import org.muster.consultants.Candidate;
import org.muster.consultants.Consultants;
import org.muster.consultants.ContactRow;
import org.muster.consultants.Pool;
import org.muster.consultants.SkillHeld;
import org.muster.exports.SheetExport;
import org.muster.exports.SheetExport.Column;
import org.muster.exports.SheetExport.Word;
import org.muster.forms.Formats;
import org.muster.money.Money;
import org.muster.skills.SkillReader;
import org.muster.skills.Taxonomy;
import org.muster.vocabulary.ProfileWords;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What a search found as a table, for the consultancy's own people. Its headings are
 * those that an import understands.
 */
@Controller
class PoolExportController {

	private final PoolIndex index;

	private final Pool pool;

	private final Consultants consultants;

	private final Taxonomy taxonomy;

	private final SkillReader skills;

	private final SheetExport export;

	private final ApplicationEventPublisher events;

	private final TransactionTemplate transaction;

	private final Formats formats;

	private final Clock clock;

	private final String currency;

	PoolExportController(PoolIndex index, Pool pool, Consultants consultants, Taxonomy taxonomy, SkillReader skills,
			SheetExport export, ApplicationEventPublisher events, TransactionTemplate transaction, Formats formats,
			Clock clock, @Value("${muster.currency}") String currency) {
		this.index = index;
		this.pool = pool;
		this.consultants = consultants;
		this.taxonomy = taxonomy;
		this.skills = skills;
		this.export = export;
		this.events = events;
		this.transaction = transaction;
		this.formats = formats;
		this.clock = clock;
		this.currency = currency;
	}

	/**
	 * Somebody with how they are reached.
	 *
	 * @param start as the list says; the profile's own date is another column, which an
	 * import reads
	 */
	private record Line(Candidate person, ContactRow contact, Start start) {
	}

	@GetMapping("/consultants/export.{format:csv|xlsx}")
	void export(@PathVariable String format, @RequestParam(defaultValue = "") String q, CurrentUser user,
			HttpServletResponse response) throws IOException {
		if (user.isClient()) {
			throw new NotFound();
		}
		String text = PoolController.searched(q);
		PoolQuery query = new PoolQueryReader(text, this.skills, this.index.cities(), this.currency, this.clock).read();
		this.export.write(response, "consultants", format, columns(), () -> {
			this.transaction.executeWithoutResult((status) -> this.events.publishEvent(
					new Audited(user.actor(), null, AuditAct.POOL_EXPORTED, format.toUpperCase(Locale.ROOT), text)));
			return lines(text, query);
		});
	}

	/** Those who are found at the start, read a few at a time. */
	private Stream<Line> lines(String text, PoolQuery query) {
		List<Long> all = this.index.search(text, query, PoolOrder.NAME, 0, Integer.MAX_VALUE).ids();
		return IntStream.iterate(0, (from) -> from < all.size(), (from) -> from + SheetExport.PAGE_SIZE)
			.mapToObj((from) -> all.subList(from, Math.min(all.size(), from + SheetExport.PAGE_SIZE)))
			.flatMap((ids) -> read(ids, query).stream());
	}

	private List<Line> read(List<Long> ids, PoolQuery query) {
		Map<Long, ContactRow> contacts = this.consultants.contactsOf(ids)
			.stream()
			.collect(Collectors.toMap(ContactRow::id, (row) -> row));
		return this.pool.some(ids)
			.stream()
			.map((person) -> new Line(person, contacts.getOrDefault(person.id(), new ContactRow(person.id(), "", null)),
					query.start(person, LocalDate.now(this.clock))))
			.toList();
	}

	private List<Column<Line>> columns() {
		return List.of(column("web.export.reference", (line) -> line.person().reference()),
				column("consultants.name", (line) -> line.person().name()),
				column("consultants.headline", (line) -> line.person().headline()),
				column("consultants.email", (line) -> line.contact().email()),
				column("consultants.phone", (line) -> line.contact().phone()),
				column("consultants.roles", (line) -> Word.all("consultants.role", line.person().roles())),
				column("consultants.seniority", (line) -> Word.of("consultants.seniority", line.person().seniority())),
				column("consultants.years", (line) -> line.person().years()),
				column("consultants.country", (line) -> this.formats.country(line.person().place().country())),
				column("consultants.region", (line) -> region(line.person().place())),
				column("consultants.city", (line) -> line.person().city()),
				column("consultants.timeZone", (line) -> line.person().timeZone()),
				column("consultants.employment",
						(line) -> Word.of("consultants.employment", line.person().employment())),
				column("talentsearch.export.modes", (line) -> Word.all("consultants.mode", line.person().workModes())),
				column("consultants.payRate", (line) -> Money.of(line.person().payRate(), line.person().currency())),
				column("consultants.rate", (line) -> Money.of(line.person().billRate(), line.person().currency())),
				column("talentsearch.export.currency", (line) -> line.person().currency()),
				column("consultants.available", (line) -> line.person().availableFrom()),
				column("talentsearch.export.start", (line) -> line.start().from()),
				column("talentsearch.export.perWeek", (line) -> line.start().perWeek().days()),
				column("consultants.skills", (line) -> skills(line.person())),
				column("consultants.languages", (line) -> this.languages(line.person())));
	}

	private static Column<Line> column(String heading, java.util.function.Function<Line, @Nullable Object> value) {
		return new Column<>(heading, value);
	}

	/** Its name where an import understands it, else its code. */
	private @Nullable String region(Place place) {
		String region = place.region();
		if (region == null) {
			return null;
		}
		String name = PublicHolidays.regionName(place, Locale.ENGLISH);
		boolean understood = ProfileWords.region(place.country(), name).filter(region::equals).isPresent();
		return understood ? name : region;
	}

	private String skills(Candidate person) {
		return person.skills()
			.values()
			.stream()
			.sorted(SkillHeld.BEST_FIRST)
			.map(this::skill)
			.collect(Collectors.joining("; "));
	}

	/** {@code Java:4:8:2026}: level, years and year of last use, as far as stated. */
	private String skill(SkillHeld held) {
		String all = Stream.of(held.level(), held.years(), held.lastUsed())
			.map((number) -> (number != null) ? ":" + number : ":")
			.collect(Collectors.joining());
		return this.taxonomy.get(held.skillId()).name() + all.replaceAll(":+$", "");
	}

	private String languages(Candidate person) {
		return person.languages()
			.entrySet()
			.stream()
			.map((entry) -> this.formats.language(entry.getKey()) + ":" + entry.getValue())
			.collect(Collectors.joining("; "));
	}

}
