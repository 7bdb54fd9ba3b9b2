package org.muster.consultants;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.NotFound;
import org.muster.forms.Typed;
import org.muster.money.DayRate;
import org.muster.skills.Taxonomy;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The pool, as clients and the consultancy's people read it: rates paid and contacts are
 * for the latter only.
 */
@Controller
@RequestMapping("/consultants")
class ConsultantController {

	private final Consultants consultants;

	private final Pool pool;

	private final Taxonomy taxonomy;

	ConsultantController(Consultants consultants, Pool pool, Taxonomy taxonomy) {
		this.consultants = consultants;
		this.pool = pool;
		this.taxonomy = taxonomy;
	}

	/** The orders that the list can be put in. */
	enum Order {

		NAME("name"), RATE("billRate"), YEARS("years"), AVAILABILITY("availableFrom");

		private final String property;

		Order(String property) {
			this.property = property;
		}

		Sort sort() {
			return Sort.by((this == YEARS) ? Sort.Direction.DESC : Sort.Direction.ASC, this.property, "id");
		}

	}

	/** A line of the list. */
	record Row(Candidate candidate, List<String> skills) {
	}

	@GetMapping
	String list(@RequestParam(defaultValue = "") String q, @RequestParam(required = false) @Nullable JobRole role,
			@RequestParam(defaultValue = "NAME") Order order, @RequestParam(defaultValue = "0") int page, Model model) {
		Page<Long> ids = this.consultants.search(Typed.text(q).toLowerCase(Locale.ROOT), role,
				Typed.page(page, order.sort()));
		List<Row> rows = this.pool.some(ids.getContent())
			.stream()
			.map((candidate) -> new Row(candidate, best(candidate, 4)))
			.toList();
		model.addAttribute("q", Typed.text(q));
		model.addAttribute("role", role);
		model.addAttribute("order", order);
		model.addAttribute("roles", JobRole.values());
		model.addAttribute("orders", Order.values());
		model.addAttribute("page", new PageImpl<>(rows, ids.getPageable(), ids.getTotalElements()));
		return "consultants/list";
	}

	@GetMapping("/{reference}")
	String show(@PathVariable String reference, CurrentUser user, Model model) {
		long id = this.consultants.idOf(reference).orElseThrow(NotFound::new);
		Candidate candidate = this.pool.some(List.of(id)).get(0);
		model.addAttribute("candidate", candidate);
		model.addAttribute("skills",
				candidate.skills()
					.values()
					.stream()
					.sorted(BEST_FIRST)
					.collect(Collectors.groupingBy((held) -> this.taxonomy.get(held.skillId()).kind(),
							java.util.TreeMap::new, Collectors.toList())));
		model.addAttribute("taxonomy", this.taxonomy);
		model.addAttribute("reviews", this.consultants.reviewsOf(List.of(id)));
		if (!user.isClient()) {
			model.addAttribute("confidential", this.consultants.findByReference(reference).orElseThrow(NotFound::new));
			model.addAttribute("margin", DayRate.marginPercent(candidate.billRate(), candidate.payRate()));
		}
		return "consultants/show";
	}

	private static final Comparator<SkillHeld> BEST_FIRST = Comparator.comparing(SkillHeld::level)
		.thenComparing(SkillHeld::years)
		.reversed()
		.thenComparing(SkillHeld::skillId);

	private List<String> best(Candidate candidate, int most) {
		return candidate.skills()
			.values()
			.stream()
			.sorted(BEST_FIRST)
			.limit(most)
			.map((held) -> this.taxonomy.get(held.skillId()).name())
			.toList();
	}

}
