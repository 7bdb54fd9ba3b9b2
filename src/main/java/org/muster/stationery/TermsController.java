package org.muster.stationery;

import java.time.Clock;

import org.muster.accounts.CurrentUser;
import org.muster.accounts.NotFound;
import org.muster.audit.AuditAct;
import org.muster.audit.Audited;
import org.muster.forms.Inputs;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The terms that come with every offer: each version to read, the next to write. */
@Controller
class TermsController {

	private static final int LONGEST = 20_000;

	private final TermsTexts texts;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	TermsController(TermsTexts texts, ApplicationEventPublisher events, Clock clock) {
		this.texts = texts;
		this.events = events;
		this.clock = clock;
	}

	@GetMapping("/terms/{number}")
	String show(@PathVariable int number, Model model) {
		model.addAttribute("terms", this.texts.find(number).orElseThrow(NotFound::new));
		return "stationery/terms";
	}

	@GetMapping("/admin/terms")
	@PreAuthorize("hasRole('ADMINISTRATOR')")
	String edit(Model model) {
		model.addAttribute("text", this.texts.latest().map(TermsText::text).orElse(""));
		model.addAttribute("versions", this.texts.all());
		return "stationery/terms-form";
	}

	/** What stands there already makes no new version. */
	@PostMapping("/admin/terms")
	@PreAuthorize("hasRole('ADMINISTRATOR')")
	@Transactional
	public ModelAndView write(@RequestParam(defaultValue = "") String text, CurrentUser user, Model model) {
		String typed = Inputs.text(text).replace("\r\n", "\n");
		if (typed.isEmpty() || typed.length() > LONGEST) {
			model.addAttribute("problem", typed.isEmpty() ? "stationery.terms.empty" : "stationery.terms.long");
			model.addAttribute("text", text);
			model.addAttribute("versions", this.texts.all());
			return new ModelAndView("stationery/terms-form", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
		}
		if (this.texts.latest().filter((latest) -> latest.text().equals(typed)).isEmpty()) {
			int number = this.texts.add(typed, user.name(), this.clock.instant());
			this.events
				.publishEvent(new Audited(user.actor(), null, AuditAct.TERMS_WRITTEN, String.valueOf(number), null));
		}
		return new ModelAndView("redirect:/admin/terms");
	}

}
