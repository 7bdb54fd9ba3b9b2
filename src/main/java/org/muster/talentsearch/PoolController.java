package org.muster.talentsearch;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.NotFound;
import org.muster.availability.Start;
import org.muster.consultants.Candidate;
import org.muster.consultants.Consultants;
import org.muster.consultants.Pool;
import org.muster.consultants.SkillHeld;
import org.muster.forms.Inputs;
import org.muster.skills.SkillReader;
import org.muster.skills.Taxonomy;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pool, as the consultancy's own people search it. It does not exist for clients. */
@Controller
@RequestMapping("/consultants")
class PoolController {

	private static final int LONGEST_QUERY = 400;

	private static final int PAGE_SIZE = 50;

	private static final int MOST_COMPARED = 4;

	private static final int MOST_SKILLS = 5;

	private final PoolIndex index;

	private final Pool pool;

	private final Consultants consultants;

	private final SavedSearches searches;

	private final Taxonomy taxonomy;

	private final SkillReader skills;

	private final PoolTexts texts;

	private final Clock clock;

	private final String currency;

	PoolController(PoolIndex index, Pool pool, Consultants consultants, SavedSearches searches, Taxonomy taxonomy,
			SkillReader skills, PoolTexts texts, Clock clock, @Value("${muster.currency}") String currency) {
		this.index = index;
		this.pool = pool;
		this.consultants = consultants;
		this.searches = searches;
		this.taxonomy = taxonomy;
		this.skills = skills;
		this.texts = texts;
		this.clock = clock;
		this.currency = currency;
	}

	/**
	 * A line of the list.
	 *
	 * @param start from when the person has as many days a week as are asked for
	 */
	record Row(Candidate candidate, List<String> skills, Start start) {
	}

	/** What of a text is searched for: its beginning, and the page says so. */
	static String searched(String typed) {
		String text = Inputs.text(typed);
		int most = Math.min(LONGEST_QUERY, text.length());
		return text.substring(0, (most > 0 && Character.isHighSurrogate(text.charAt(most - 1))) ? most - 1 : most);
	}

	@GetMapping
	String list(@RequestParam(defaultValue = "") String q, @RequestParam(required = false) @Nullable PoolOrder order,
			@RequestParam(defaultValue = "0") int page, CurrentUser user, Model model) {
		if (user.isClient()) {
			throw new NotFound();
		}
		String text = searched(q);
		PoolQuery query = new PoolQueryReader(text, this.skills, this.index.cities(), this.currency, this.clock).read();
		PoolOrder usual = query.skills.isEmpty() ? PoolOrder.NAME : PoolOrder.BEST;
		PoolOrder chosen = Objects.requireNonNullElse(order, usual);
		PoolFound found = this.index.search(text, query, chosen, Math.max(0, page), PAGE_SIZE);
		List<Row> rows = this.pool.some(found.ids())
			.stream()
			.map((candidate) -> new Row(candidate, best(candidate, query),
					query.start(candidate, LocalDate.now(this.clock))))
			.toList();
		int last = Math.max(0, (found.total() - 1) / PAGE_SIZE);
		model.addAttribute("q", text);
		model.addAttribute("typed", Inputs.text(q));
		model.addAttribute("query", query);
		model.addAttribute("texts", this.texts);
		model.addAttribute("today", LocalDate.now(this.clock));
		model.addAttribute("order", chosen);
		model.addAttribute("orders", PoolOrder.values());
		model.addAttribute("facets", found.facets());
		model.addAttribute("searches", this.searches.findByAccountIdOrderByName(user.id()));
		model.addAttribute("currency", this.currency);
		model.addAttribute("page",
				new PageImpl<>(rows, PageRequest.of(Math.min(Math.max(0, page), last), PAGE_SIZE), found.total()));
		return "talentsearch/list";
	}

	/** The skills asked for first, then the best. */
	private List<String> best(Candidate candidate, PoolQuery query) {
		return candidate.skills()
			.values()
			.stream()
			.sorted(Comparator.comparing((SkillHeld held) -> !query.skills.containsKey(held.skillId()))
				.thenComparing(SkillHeld.BEST_FIRST))
			.limit(MOST_SKILLS)
			.map((held) -> this.taxonomy.get(held.skillId()).name()
					+ ((held.level() != null) ? " " + held.level() : ""))
			.toList();
	}

	/** Up to four people side by side. */
	@GetMapping("/comparison")
	String compare(@RequestParam(defaultValue = "") List<String> c, CurrentUser user, Model model) {
		if (user.isClient()) {
			throw new NotFound();
		}
		List<Long> ids = c.stream()
			.distinct()
			.limit(MOST_COMPARED)
			.map((reference) -> this.consultants.idOf(reference).orElseThrow(NotFound::new))
			.toList();
		List<Candidate> people = this.pool.some(ids);
		model.addAttribute("people", people);
		model.addAttribute("today", LocalDate.now(this.clock));
		model.addAttribute("starts", people.stream()
			.collect(Collectors.toMap(Candidate::id, (person) -> person.capacity().steps(LocalDate.now(this.clock)))));
		model.addAttribute("more", c.size() > MOST_COMPARED);
		model.addAttribute("skills",
				people.stream()
					.flatMap((person) -> person.skills().keySet().stream())
					.distinct()
					.collect(Collectors.toMap((id) -> this.taxonomy.get(id).name(), (id) -> id, (one, other) -> one,
							() -> new TreeMap<>(String.CASE_INSENSITIVE_ORDER))));
		return "talentsearch/comparison";
	}

}
