package org.muster.matching;

import org.muster.money.ExchangeRates;
import org.muster.requests.GoalKind;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How matches are scored, with the weights as they are configured. */
@Controller
class ScoringPageController {

	private final MatchingSettings settings;

	private final ExchangeRates exchange;

	ScoringPageController(MatchingSettings settings, ExchangeRates exchange) {
		this.exchange = exchange;
		this.settings = settings;
	}

	@GetMapping("/scoring")
	public String show(Model model) {
		model.addAttribute("settings", this.settings);
		model.addAttribute("parts", Part.values());
		model.addAttribute("goals", GoalKind.values());
		model.addAttribute("exchange", this.exchange);
		return "matching/scoring";
	}

}
