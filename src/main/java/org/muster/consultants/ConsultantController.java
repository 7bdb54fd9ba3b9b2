package org.muster.consultants;

import java.util.List;
import java.util.stream.Collectors;

import org.muster.accounts.CurrentUser;
import org.muster.accounts.NotFound;
import org.muster.money.DayRate;
import org.muster.skills.Taxonomy;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * A profile, as clients and the consultancy's people read it: rates paid and contacts are
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

	@GetMapping("/{reference}")
	String show(@PathVariable String reference, CurrentUser user, Model model) {
		long id = this.consultants.idOf(reference).orElseThrow(NotFound::new);
		Candidate candidate = this.pool.some(List.of(id)).get(0);
		model.addAttribute("candidate", candidate);
		model.addAttribute("skills",
				candidate.skills()
					.values()
					.stream()
					.sorted(PoolController.BEST_FIRST)
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

}
